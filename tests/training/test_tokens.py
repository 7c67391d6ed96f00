from __future__ import annotations

from training.corpora.tokens import join_tokens


def test_spans_point_at_their_tokens() -> None:
    tokens = ["He", "said", "(", "twice", ")", ":", "no", "."]
    text, spans = join_tokens(tokens)
    assert text == "He said (twice): no."
    assert [text[a:b] for a, b in spans] == tokens
