"""Every case study loads, saves and goes out in every format, its stages one after the other."""

from pathlib import Path

import pytest

from modelbuilder.document.examples import examples, stories
from modelbuilder.document.files import load, save
from modelbuilder.render.export import FORMATS, Options, export
from modelbuilder.sources import opening

FILES = [*examples(), *stories()]
SEVERAL = (".pdf", ".pptx")


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_study_is_the_same_when_it_was_saved(path: Path, tmp_path: Path) -> None:
    document = load(path)
    save(document, tmp_path / path.name)
    assert (tmp_path / path.name).read_bytes() == path.read_bytes()
    assert load(tmp_path / path.name) == document


@pytest.mark.parametrize("suffix", SEVERAL)
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_case_study_goes_out_with_all_its_stages(path: Path, suffix: str, tmp_path: Path) -> None:
    document = load(path)
    out = tmp_path / f"{path.stem}{suffix}"
    assert export(document, out, Options(document.order), path.name) == "", "no letter is missing"
    assert opening.load(out) == document, "and opens for editing"


@pytest.mark.parametrize("suffix", sorted(FORMATS.keys() - set(SEVERAL)))
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_last_stage_goes_out_in_every_other_format(path: Path, suffix: str, tmp_path: Path) -> None:
    document = load(path)
    out = tmp_path / f"{path.stem}{suffix}"
    assert export(document, out, Options(document.order[-1:]), path.name) == ""
    assert opening.load(out) == document
