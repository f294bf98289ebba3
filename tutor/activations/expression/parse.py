"""From tokens to a tree, by recursive descent. Knows grammar and names, computes nothing."""

from __future__ import annotations

from tutor.activations.expression.cursor import Cursor
from tutor.activations.expression.errors import ExpressionError
from tutor.activations.expression.tokens import Kind, Token, tokenize
from tutor.activations.expression.tree import Binary, Call, Compare, Index, Name, Negate, Node, Number, Prime, Vector
from tutor.activations.expression.vocabulary import VARIABLE, ascii_name, is_function, known_names, meaning
from tutor.errors import near

MAX_PRIMES = 6
COMPARISONS = ("==", "!=", "<=", ">=", "<", ">", "≈")


def parse(source: str) -> Node:
    """Return the tree of `source`.

    comparison = sum { ("==" | "!=" | "<" | "<=" | ">" | ">=" | "≈") sum }
    sum        = product { ("+" | "-") product }
    product    = unary { ("*" | "/") unary }
    unary      = ("-" | "+") unary | power
    power      = root [ "^" unary ]                       2^3^2 is 2^9, −2^2 is −4
    root       = "√" root | postfix
    postfix    = primary { prime | superscript | "(" arguments ")" | "[" sum { "," sum } "]" }
    primary    = number | name | "(" comparison ")" | "[" sum { "," sum } "]"
    arguments  = [ argument { "," argument } ]
    argument   = name "=" sum | sum

    Only a name, a prime or a superscript on a function may be followed by arguments. A number or a
    closing bracket followed by a name or a bracket is an error: nothing is multiplied silently.
    Raises `ExpressionError` with the place and, for a misspelt function, a near name.
    """
    parser = _Grammar(source, tokenize(source))
    node = parser.comparison()
    if parser.next.kind is not Kind.END:
        parser.refuse_next()
    return node


class _Grammar(Cursor):
    """One method for each rule of the grammar."""

    __slots__ = ()

    def comparison(self) -> Node:
        first = self.index
        operands, operators = [self.sum()], []
        while sign := self.take(*COMPARISONS):
            operators.append(sign.text)
            operands.append(self.sum())
        if not operators:
            return operands[0]
        return Compare(tuple(operands), tuple(operators), span=self.span(first))

    def sum(self) -> Node:
        first, depth = self.index, self.depth
        node = self.product()
        while sign := self.take("+", "-"):
            self.deeper()  # a chain leans to the left, one level a term
            node = Binary(sign.text, node, self.product(), span=self.span(first))
        self.depth = depth
        return node

    def product(self) -> Node:
        first, depth = self.index, self.depth
        node = self.unary()
        while sign := self.take("*", "/"):
            self.deeper()
            node = Binary(sign.text, node, self.unary(), span=self.span(first))
        self.depth = depth
        return node

    def unary(self) -> Node:
        first = self.index
        sign = self.take("-", "+")
        if sign is None:
            return self.power()
        self.deeper()
        operand = self.unary()
        self.depth -= 1
        return operand if sign.text == "+" else Negate(operand, span=self.span(first))

    def power(self) -> Node:
        first = self.index
        base = self.root()
        if self.take("^") is None:
            return base
        self.deeper()
        exponent = self.unary()
        self.depth -= 1
        return Binary("^", base, exponent, span=self.span(first))

    def root(self) -> Node:
        first = self.index
        sign = self.take("√")
        if sign is None:
            return self.postfix()
        self.deeper()
        operand = self.root()
        self.depth -= 1
        return Call(Name("sqrt", span=self.span(first)), (operand,), span=self.span(first))

    def postfix(self) -> Node:
        first, depth = self.index, self.depth
        node = self.primary()
        while (longer := self.suffix(node, first)) is not node:
            self.deeper()
            node = longer
        self.depth = depth
        return node

    def suffix(self, node: Node, first: int) -> Node:
        """Return `node` with the prime, superscript, call or index that follows it, or `node` itself."""
        token = self.next
        if token.kind is Kind.PRIME:
            self.index += 1
            if token.value > MAX_PRIMES:
                self.refuse("expression.too_many_primes", token, limit=MAX_PRIMES)
            return Prime(node, int(token.value), span=self.span(first))
        if token.kind is Kind.POWER:
            self.index += 1
            exponent = Number(f"{token.value:g}".lstrip("-"), abs(token.value), span=self.span(self.index - 1))
            signed = exponent if token.value >= 0 else Negate(exponent, span=exponent.span)
            return Binary("^", node, signed, span=self.span(first))
        if self.may_be_called(node) and (opened := self.take("(")):
            return self.call(node, opened, first)
        if not isinstance(node, Number) and (opened := self.take("[")):
            return Index(node, self.items(opened), span=self.span(first))
        return node

    def may_be_called(self, node: Node) -> bool:
        """Say whether a bracket after `node` holds arguments: σ(…), σ′(…), tanh²(…).

        After anything else, as in `(x+1)(x-1)` and `σ(x)(1-σ(x))`, it is a product that was not written.
        """
        match node:
            case Name() | Prime():
                return True
            case Binary("^", Name(name), _):
                return self.tokens[self.index - 1].kind is Kind.POWER and is_function(meaning(name) or "")
            case _:
                return False

    def call(self, function: Node, opened: Token, first: int) -> Node:
        if isinstance(function, Name):
            self.check_function(function)
        self.deeper()
        arguments: list[Node] = []
        named: list[tuple[str, Node]] = []
        while not self.take(")"):
            if arguments or named:
                self.expect_comma(opened)
            self.argument(arguments, named)
        self.depth -= 1
        return Call(function, tuple(arguments), tuple(named), span=self.span(first))

    def argument(self, arguments: list[Node], named: list[tuple[str, Node]]) -> None:
        following = self.tokens[min(self.index + 1, len(self.tokens) - 1)]
        if self.next.kind is Kind.NAME and following.text == "=":
            name = self.next
            self.index += 2
            if ascii_name(name.text) in {ascii_name(known) for known, _ in named}:
                self.refuse("expression.twice", name, name=name.text)
            named.append((name.text, self.sum()))
        elif named:
            self.refuse("expression.named_first", self.next)
        else:
            arguments.append(self.sum())

    def check_function(self, function: Name) -> None:
        """Refuse `foo(…)` and `2*a(…)`: only names of the language can be called."""
        known = meaning(function.name)
        if known is not None and is_function(known):
            return
        span = function.span
        if known is not None or function.name == VARIABLE:
            raise ExpressionError(
                "expression.not_callable", self.source, span.position, span.length, name=function.name
            )
        raise ExpressionError(
            "expression.unknown_function",
            self.source,
            span.position,
            span.length,
            near=near(function.name, known_names()),
            name=function.name,
        )

    def expect_comma(self, opened: Token) -> None:
        if self.take(",") is None:
            self.expect(",", opened)

    def items(self, opened: Token) -> tuple[Node, ...]:
        self.deeper()
        items = [self.sum()]
        while self.take(","):
            items.append(self.sum())
        self.expect("]", opened)
        self.depth -= 1
        return tuple(items)

    def primary(self) -> Node:
        first, token = self.index, self.next
        if token.kind is Kind.NUMBER:
            self.index += 1
            return Number(token.text, token.value, span=self.span(first))
        if token.kind is Kind.NAME:
            self.index += 1
            return Name(token.text, span=self.span(first))
        if opened := self.take("("):
            self.deeper()
            node = self.comparison()
            self.expect(")", opened)
            self.depth -= 1
            return node
        if opened := self.take("["):
            return Vector(self.items(opened), span=self.span(first))
        return self.refuse_next()
