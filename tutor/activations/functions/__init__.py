"""Every activation function with its derivatives, in the form that keeps its digits.

`f`, `d_f` and `dd_f` stand side by side; `f_by_alpha` is the derivative with respect to a
parameter. All take and return float64 arrays of any shape. These modules know no names, no
histories and no defaults: those are the catalogue's.
"""
