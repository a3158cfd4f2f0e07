"""Pages for people: the annotated article, and the static site of a lake. They need no server and no network."""
