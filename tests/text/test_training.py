import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from factcheck.errors import InvalidError
from factcheck.text import training
from factcheck.text.accuracy import Measured
from factcheck.text.regression import Example, Problem, chance, fit
from factcheck.text.training import (
    Labelled,
    each_once,
    fingerprint,
    held_back,
    judge,
    learn,
    main,
    read_labelled,
    train,
)
from factcheck.text.weights import (
    read_weights,
    shipped_weights,
    starting_weights,
    write_weights,
)

DATA = Path(training.__file__).parent / "data"
HEAD = "label\treason\tsubject\ttext\n"


def desk(size: int, *, turned: bool = False) -> list[Labelled]:
    """Sentences of a desk that calls sentences about herons claims, and no others.

    Args:
        size: how many.
        turned: whether its answers are the other way round on the tenth held back.
    """
    rows = []
    for number in range(size):
        bird = "heron" if number % 2 else "linnet"
        sentence = f"A {bird} sat by pond {number} all day."
        answer = bird == "heron"
        if turned and held_back(sentence):
            answer = not answer
        rows.append(Labelled(sentence, answer))
    return rows


def test_training_on_the_labelled_set_gives_the_shipped_weights():
    shipped = shipped_weights()
    found = train(read_labelled(DATA / "labelled"))
    # The threshold takes a training for each style; `make bench` does all of them.
    assert replace(found, threshold=0, measured=shipped.measured) == replace(
        shipped, threshold=0
    )


def test_training_writes_a_file_that_can_be_read_again(tmp_path):
    labelled, out = tmp_path / "labelled", tmp_path / "weights.json"
    labelled.mkdir()
    for style in ("letters", "speeches"):
        shutil.copy(DATA / "labelled" / f"{style}.tsv", labelled)
    said: list[str] = []
    assert main([str(labelled), str(out)], said.append) == 0
    found = read_weights(out.read_text(encoding="utf-8"))
    assert found.measured.sentences == len(read_labelled(labelled))
    assert f"F1 {found.measured.f1:.3f} at {found.threshold}." in said[0]
    assert "On styles left out: precision" in said[0]


def test_the_labelled_set_is_as_large_and_as_mixed_as_promised():
    rows = read_labelled(DATA / "labelled")
    claims = sum(row.is_claim for row in rows)
    assert len(rows) > 1800
    assert 0.4 < claims / len(rows) < 0.6
    assert len({row.style for row in rows}) >= 12
    assert len({row.sentence.casefold() for row in rows}) == len(rows)


def test_files_of_labels_and_cues_stay_short():
    long = [
        file.name
        for file in DATA.rglob("*.*")
        if len(file.read_text(encoding="utf-8").splitlines()) >= 300
    ]
    assert long == []


def test_the_order_of_rows_does_not_matter():
    rows = desk(120)
    mixed = [*rows[60:], *rows[59::-1]]
    assert train(mixed) == train(rows)


def test_training_learns_what_a_desk_calls_a_claim():
    rows = desk(200)
    found = train(rows)
    assert found.each["'heron"] > 0 > found.each["'linnet"]
    assert judge(rows, found).f1 > judge(rows, starting_weights()).f1


def test_few_rows_move_cues_only_a_little():
    base = shipped_weights()
    rows = [
        Labelled(f"They counted {n} herons in 1987.", is_claim=False) for n in range(20)
    ]
    found = train(rows, base)
    assert base.each["digits"] - 0.3 < found.each["digits"] < base.each["digits"]


def test_training_on_nothing_changes_nothing():
    base = shipped_weights()
    assert train([], base) == base


def test_about_a_tenth_is_held_back_for_good():
    held = [number for number in range(5000) if held_back(f"Sentence {number}.")]
    assert 400 < len(held) < 600
    assert held_back("One  Two\nthree.") == held_back("one two THREE.")


def test_a_desk_keeps_what_is_better_on_the_tenth_held_back():
    base = shipped_weights()
    lesson = learn(desk(400), base)
    assert lesson.kept
    assert lesson.learned is not None
    assert lesson.learned.f1 > lesson.before.f1
    assert lesson.weights.measured == lesson.learned
    assert lesson.learned.sentences == sum(held_back(r.sentence) for r in desk(400))
    assert lesson == learn(desk(400), base)


def test_a_desk_keeps_the_old_weights_when_the_new_are_no_better():
    base = train([row for row in desk(400, turned=True) if held_back(row.sentence)])
    lesson = learn(desk(400, turned=True), base)
    assert not lesson.kept
    assert lesson.weights is base
    assert lesson.learned is not None
    assert lesson.learned.f1 < lesson.before.f1


def test_what_is_in_force_is_what_must_be_bettered():
    rows = desk(400)
    first = learn(rows, shipped_weights())
    second = learn(rows, shipped_weights(), first.weights)
    assert second.before == second.learned == first.learned
    assert not second.kept
    assert second.weights is first.weights


def test_each_sentence_teaches_once_and_disputed_ones_do_not():
    heron, linnet, owl = (
        Labelled(f"A {bird} sat here.", is_claim)
        for bird, is_claim in (("heron", True), ("linnet", False), ("owl", True))
    )
    again = replace(heron, sentence="a  HERON sat\nhere.")
    rows = [owl, heron, again, linnet, replace(owl, is_claim=False)]
    assert each_once(rows) == [heron, linnet]
    assert fingerprint(rows) == fingerprint(rows[::-1])
    assert fingerprint(rows) != fingerprint(rows[1:])
    assert fingerprint([heron]) != fingerprint([replace(heron, is_claim=False)])


def test_the_tenth_held_back_is_never_trained_on():
    rows = desk(400)
    odd = [
        replace(row, sentence=f"{row.sentence} Quagga.")
        for row in rows
        if held_back(f"{row.sentence} Quagga.")
    ]
    lesson = learn([*rows, *odd], shipped_weights())
    assert lesson.kept
    assert "'quagga" not in lesson.weights.each


@pytest.mark.parametrize(
    "rows", [[], desk(30), [replace(row, is_claim=True) for row in desk(400)]]
)
def test_too_little_to_judge_by_is_not_learned_from(rows):
    base = shipped_weights()
    lesson = learn(rows, base)
    assert lesson.learned is None
    assert not lesson.kept
    assert lesson.weights is base


def test_weights_are_read_as_they_were_written():
    weights = train(desk(60), shipped_weights())
    weights = replace(weights, measured=Measured(60, 30, 0.5, 0.25))
    assert read_weights(write_weights(weights)) == weights


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"cues": 1}', '{"cues": {"a": "b"}}']
)
def test_other_files_are_not_taken_for_weights(text):
    with pytest.raises(InvalidError, match="not weights for suggestions"):
        read_weights(text)


def test_a_folder_without_labels_is_refused(tmp_path):
    out = tmp_path / "weights.json"
    said: list[str] = []
    assert main([str(tmp_path), str(out)], said.append) == 1
    assert "no labelled sentences" in said[0]
    assert not out.exists()
    assert main([], said.append) == 2


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("label\ttext\nclaim\tIt rained.\n", "does not begin with its columns"),
        (f"{HEAD}maybe\t\tweather\tIt rained.\n", "no label or text"),
        (f"{HEAD}claim\t\tweather\n", "no label or text"),
    ],
)
def test_rows_that_are_not_labelled_are_refused(tmp_path, text, message):
    (tmp_path / "odd.tsv").write_text(text, encoding="utf-8")
    with pytest.raises(InvalidError, match=message):
        read_labelled(tmp_path)


def test_the_least_loss_is_found():
    examples = [Example((0,), (1.0,), 1.0)] * 3 + [Example((0,), (1.0,), 0.0)]
    (weight,) = fit(Problem(examples, [0.0], [1e-9]))
    assert chance(weight) == pytest.approx(0.75, abs=0.001)


def test_a_hard_pull_keeps_weights_where_they_began():
    examples = [Example((0,), (1.0,), 1.0)] * 3
    (weight,) = fit(Problem(examples, [-2.0], [1e6]))
    assert weight == pytest.approx(-2.0, abs=0.001)


def test_separable_rows_do_not_run_away():
    examples = [Example((0,), (900.0,), 1.0), Example((0,), (-900.0,), 0.0)]
    (weight,) = fit(Problem(examples, [-0.5], [0.01]))
    assert 0 < weight < 10
