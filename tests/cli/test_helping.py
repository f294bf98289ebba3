"""The help of commands, wholly in one language."""

import pytest

from tutor.cli.helping import translated

ENGLISH = """Usage: tutor notes [OPTIONS] COMMAND [ARGS]...

  Options: this is no heading

Arguments:
  PATH…  a folder  [required]

Options:
  -d      derivatives  [default: 0]
  --help  Show this message and exit.

Commands:
  add  add folders"""

CHINESE = """用法：tutor notes [选项] 命令 [参数]…

  Options: this is no heading

参数：
  PATH…  a folder  [必填]

选项：
  -d      derivatives  [默认：0]
  --help  显示这段说明

命令：
  add  add folders"""


@pytest.mark.parametrize(("language", "told"), [("en", ENGLISH), ("zh", CHINESE), ("both", CHINESE)])
def test_the_librarys_own_words_are_said_in_the_language_of_the_run(language, told):
    assert translated(ENGLISH, language) == told
