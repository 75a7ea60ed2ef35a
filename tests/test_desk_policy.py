"""Policy of the desk's code: every deed that a page calls checks its visitor; pages are thin."""

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

import bot
import handlers

HANDLERS = Path(handlers.__file__).parent
BOT = Path(bot.__file__).parent
PAGES = BOT / "web" / "desk" / "pages"
ROOT = "handlers.desk"
MAY_IMPORT = {"storage.values", "storage.work", "storage.errors"}  # values, and names of types
Function = ast.FunctionDef | ast.AsyncFunctionDef
Name = tuple[str, str]  # module and function


class Source:
    """A module's tree, with what it imports from the desk's handlers by name."""

    def __init__(self, module: str, tree: ast.Module) -> None:
        self.module, self.tree = module, tree
        self.imported: dict[str, Name] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(ROOT):
                for alias in node.names:
                    self.imported[alias.asname or alias.name] = (node.module or "", alias.name)

    def list_functions(self) -> Mapping[Name, Function]:
        bodies = [self.tree.body, *(e.body for e in self.tree.body if isinstance(e, ast.ClassDef))]
        kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
        found = [each for body in bodies for each in body if isinstance(each, kinds)]
        return {(self.module, each.name): each for each in found}

    def resolve(self, name: str) -> Name:
        return self.imported.get(name, (self.module, name))


def read_sources(folder: Path, root: Path) -> Iterator[Source]:
    for path in sorted(folder.rglob("*.py")):
        module = ".".join(path.relative_to(root.parent).with_suffix("").parts)
        yield Source(module.removesuffix(".__init__"), ast.parse(path.read_text("utf-8")))


def takes(function: Function, *names: str) -> bool:
    given = {each.arg for each in (*function.args.args, *function.args.kwonlyargs)}
    return set(names) <= given


def checks_itself(function: Function) -> bool:
    return any(
        isinstance(each, ast.Call) and ast.unparse(each.func) == "visitor.check"
        for each in ast.walk(function)
    )


def passes_visitor_to(source: Source, function: Function) -> set[Name]:
    """Name the functions that are called with the visitor."""
    named = set()
    for call in (each for each in ast.walk(function) if isinstance(each, ast.Call)):
        given = [*call.args, *(keyword.value for keyword in call.keywords)]
        if any(isinstance(each, ast.Name) and each.id == "visitor" for each in given):
            named.add(source.resolve(getattr(call.func, "id", getattr(call.func, "attr", ""))))
    return named


def find_unchecked(deeds: list[Source], callers: list[Source]) -> set[str]:
    """Name what callers use of the deeds that neither checks the visitor nor passes it to a check."""
    takers = {
        name: (source, function)
        for source in deeds
        for name, function in source.list_functions().items()
        if takes(function, "visitor")
    }
    checking = {name for name, (_, function) in takers.items() if checks_itself(function)}
    while grown := {
        name
        for name, (source, function) in takers.items()
        if name not in checking and passes_visitor_to(source, function) & checking
    }:
        checking |= grown
    used = {name for source in callers for name in source.imported.values()}
    reading = {name for name, (_, function) in takers.items() if takes(function, "work")}
    return {".".join(name) for name in used & reading - checking}


def test_every_deed_of_a_page_checks_its_visitor() -> None:
    deeds = list(read_sources(HANDLERS / "desk", HANDLERS))
    callers = list(read_sources(BOT / "web" / "desk", BOT))
    assert ("handlers.desk.sessions", "end_one") in {
        name for source in callers for name in source.imported.values()
    }
    assert not find_unchecked(deeds, callers)


CHECKED = "async def a(work, visitor):\n    visitor.check(P)"
PASSED = "async def a(work, visitor):\n    return await b(work, visitor)\n"
CALLED = "async def a(work, visitor):\n    return await b(work)\n"


@pytest.mark.parametrize(
    ("source", "is_safe"),
    [
        (CHECKED, True),
        (PASSED + CHECKED.replace(" a(", " b("), True),
        (CALLED + CHECKED.replace(" a(", " b("), False),
        (PASSED + "async def b(work, visitor):\n    return work.all()", False),
        ("async def a(work, visitor):\n    return await work.all()", False),
        ("async def a(work):\n    return await work.all()", True),  # knows no visitor
    ],
)
def test_the_policy_sees_what_is_unchecked(source: str, is_safe: bool) -> None:
    deed = Source(f"{ROOT}.x", ast.parse(source))
    page = Source("page", ast.parse(f"from {ROOT}.x import a"))
    assert find_unchecked([deed], [page]) == (set() if is_safe else {f"{ROOT}.x.a"})


def test_pages_use_no_table_and_no_repository() -> None:
    for source in read_sources(PAGES, BOT):
        for node in ast.walk(source.tree):
            if isinstance(node, ast.ImportFrom | ast.Import):
                module = getattr(node, "module", None) or node.names[0].name
                if module.startswith(("sqlalchemy", "storage", "nicegui.app")):
                    assert module in MAY_IMPORT, f"{source.module}: {module}"
            if isinstance(node, ast.Attribute) and ast.unparse(node.value) == "work":
                pytest.fail(f"{source.module} uses a repository: work.{node.attr}")


def test_pages_are_put_by_the_desk_alone() -> None:
    """Nobody goes around `Desk.page`, which asks for a power, by NiceGUI's own decorator."""
    decorators = {
        ast.unparse(decorator.func)
        for source in read_sources(PAGES, BOT)
        for node in ast.walk(source.tree)
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        for decorator in node.decorator_list
        if isinstance(decorator, ast.Call)
    }
    assert "desk.page" in decorators
    assert not {each for each in decorators if each.endswith(".page")} - {"desk.page"}
