"""Games: retrieval practice in disguise, each a seeded sequence of rounds that a pure machine plays."""
