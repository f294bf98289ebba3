"""Packages for Anki, out and in."""

SENTENCES = {
    "anki.root": "Activation functions of neural networks",
    "anki.several": "more than one may be right",
    "anki.myth_or_fact": "Fact or myth?",
    "anki.not_saved": "Cannot write {file}: {why}. What was there before is untouched.",
    "anki.unreadable": "Cannot read {file}: {why}. Nothing was imported.",
    "anki.not_a_package": "{file} is no package of Anki: .apkg and .colpkg are zip archives, this is none. Nothing was imported.",
    "anki.truncated": "{file} is incomplete, perhaps the download broke off ({why}). Nothing was imported; export or download it again.",
    "anki.encrypted": "{file} is an encrypted archive and cannot be opened. Nothing was imported; export it again from Anki.",
    "anki.no_collection": "{file} is an archive, but there is no collection of Anki in it. Nothing was imported.",
    "anki.too_large": "The collection in {file} takes more than {most} MB, which no real package does. Nothing was imported; export one deck at a time from Anki.",
    "anki.not_a_collection": "What {file} holds is no collection of Anki ({why}). Nothing was imported.",
    "anki.damaged": "The collection in {file} is damaged ({why}). Nothing was imported; run Check Database in Anki and export it again.",
    "anki.needs_zstd": "{file} is a package in the new format, which needs backports.zstd (part of Python from 3.14 on); or tick support for older Anki versions when you export. Nothing was imported.",
}
