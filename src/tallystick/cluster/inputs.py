"""The files that a cluster is given: on disk, or in any store that Arrow reads (S3, HDFS, Google Cloud)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from shutil import copyfileobj
from tempfile import TemporaryDirectory

from pyarrow import ArrowInvalid
from pyarrow.fs import FileInfo, FileSelector, FileSystem, FileType

from tallystick.errors import Code, TallystickError
from tallystick.model.report import Failure
from tallystick.sources.files import is_auxiliary, list_files
from tallystick.sources.read import is_read
from tallystick.sources.taken import failure_from

_IN_A_STORE = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# Hadoop's names for S3, which Spark's users write; Arrow knows one.
_HADOOP_S3 = re.compile(r"s3[an]://", re.IGNORECASE)


@dataclass(frozen=True)
class Input:
    """A file to be taken in. ``number`` is its place in the order in which one machine would take them in."""

    number: int
    address: str


def list_inputs(given: Sequence[str]) -> tuple[tuple[Input, ...], tuple[Failure, ...]]:
    """The files that paths and addresses of stores lead to, each once, and what cannot be read of what was given.

    Files come in the order of their paths, those of stores after those on disk.
    """
    files: list[str] = []
    failures: list[Failure] = []
    for item in list_files([Path(each) for each in given if not is_in_a_store(each)], is_known=is_read):
        if isinstance(item, Failure):
            failures.append(item)
        else:
            files.append(str(item))
    in_stores: set[str] = set()
    for address in filter(is_in_a_store, given):
        try:
            in_stores.update(_files_at(address))
        except TallystickError as error:
            failures.append(failure_from(name_in_store(address), error))
    addresses = [*files, *sorted(in_stores)]
    return tuple(Input(n, address) for n, address in enumerate(addresses)), tuple(failures)


def is_in_a_store(address: str) -> bool:
    """True for an address such as ``s3a://bucket/folder``, false for a path."""
    return _IN_A_STORE.match(address) is not None


def name_in_store(address: str) -> str:
    """What the file is called on file: its address without options and keys, which may be secret."""
    return re.sub(r"(?<=://)[^/@]*@", "", address.partition("?")[0])


@contextmanager
def on_disk(address: str) -> Iterator[Path]:
    """The file where it can be read by path: itself, or a copy that is gone afterwards.

    Raises:
        TallystickError: E903 if the store does not give it.

    """
    if not is_in_a_store(address):
        yield Path(address)
        return
    with TemporaryDirectory(prefix="tallystick-") as folder:
        copy = Path(folder) / PurePosixPath(name_in_store(address)).name
        try:
            store, path = store_of(address)
            with store.open_input_stream(path, compression=None) as stored, copy.open("wb") as file:
                copyfileobj(stored, file, 1 << 20)
        except OSError as error:
            raise _refuse(address, error) from error
        yield copy


def _files_at(address: str) -> Iterator[str]:
    """The addresses of the file, or of all files in the folder, that it leads to."""
    store, path = store_of(address)
    try:
        at = store.get_file_info(path)
        in_folder: list[FileInfo] = []
        if at.type is FileType.Directory:
            in_folder = store.get_file_info(FileSelector(path, recursive=True))
    except OSError as error:
        raise _refuse(address, error) from error
    if at.type is FileType.NotFound:
        raise TallystickError(Code.E101, path=name_in_store(address))
    named, mark, options = address.partition("?")
    before = named.rstrip("/").removesuffix(path)
    if at.type is FileType.File:
        yield address
    for info in in_folder:
        if info.type is FileType.File and is_read(Path(info.path)) and not _is_passed_over(info.path):
            yield f"{before}{info.path}{mark}{options}"


def _is_passed_over(path: str) -> bool:
    inside = PurePosixPath(path)
    return is_auxiliary(inside) or any(part.startswith(".") for part in inside.parts)


def store_of(address: str) -> tuple[FileSystem, str]:
    """The store that an address names, and the path in it.

    Raises:
        TallystickError: E903 if there is no such store.

    """
    try:
        store, path = FileSystem.from_uri(_HADOOP_S3.sub("s3://", address))
    except ArrowInvalid as error:
        raise _refuse(address, error) from error
    return store, path


def _refuse(address: str, error: Exception) -> TallystickError:
    return TallystickError(Code.E903, address=name_in_store(address), cause=str(error).strip().splitlines()[0])
