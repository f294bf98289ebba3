"""Packages for Anki, out and in."""

SENTENCES = {
    "anki.root": "Activation functions of neural networks",
    "anki.several": "more than one may be right",
    "anki.myth_or_fact": "Fact or myth?",
    "anki.not_saved": "{file} cannot be written: {why}. What was there before is untouched.",
    "anki.unreadable": "{file} cannot be read: {why}. Nothing was imported.",
    "anki.not_a_package": "{file} is not an Anki package: .apkg and .colpkg files are zip archives, and this is not one. Nothing was imported.",
    "anki.truncated": "{file} is incomplete ({why}); perhaps the download broke off. Nothing was imported; export or download it again.",
    "anki.encrypted": "{file} is an encrypted archive and cannot be opened. Nothing was imported; export it again from Anki.",
    "anki.no_collection": "{file} is an archive, but there is no Anki collection in it. Nothing was imported.",
    "anki.too_large": "The collection in {file} unpacks to more than {most} MB, which no real package does. Nothing was imported; in Anki, export one deck at a time.",
    "anki.not_a_collection": "What is in {file} is not an Anki collection ({why}). Nothing was imported.",
    "anki.damaged": "The collection in {file} is damaged ({why}). Nothing was imported; run Check Database in Anki and export it again.",
    "anki.needs_zstd": "{file} is a package in the new format. To read it, install backports.zstd (Python has it built in from 3.14 on), or tick “Support older Anki versions” when you export it from Anki. Nothing was imported.",
}
