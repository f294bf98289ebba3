SENTENCES = {
    "cli.near": "Did you mean {near}?",
    "cli.bad_now": "TUTOR_NOW does not read as a moment: {text} (write 2026-11-20T08:00+08:00)",
    "cli.bad_language": "there is no such language: {given} (choose zh, en or both)",
    "cli.pretended_home": "under TUTOR_NOW nothing is written to your real data; name a directory with --home or TUTOR_HOME",
    "cli.no_such_option": "There is no option {name}.",
    "cli.no_such_command": "There is no command {name}; tutor --help lists them.",
    "cli.missing": "{name} is missing; add --help to see how the command is used.",
    "cli.bad_value": "{name} will not do: {why}",
    "cli.usage": "That is not how it is used: {why}; add --help to see how it is.",
}
