"""Which passages hold which terms, and how near their vectors are, as PostgreSQL keeps it."""

import hashlib
from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import ARRAY, BigInteger, LargeBinary, bindparam, delete, select, text, update
from sqlalchemy.ext.asyncio import AsyncSession

from knowledge.search.postings import (
    CLOSENESS,
    HOLDER,
    MOST,
    Outline,
    PassageTerms,
    Term,
    list_terms,
)
from storage.columns import vector_text
from storage.models import PassageRow, PlanRow, PostingRow

_WRITE = text(
    "INSERT INTO postings (token, plan_id, holders) "
    "SELECT token, :plan_id, holders FROM unnest(:tokens, :holders) AS new (token, holders) "
    "ON CONFLICT (token, plan_id) DO UPDATE SET holders = postings.holders || excluded.holders"
).bindparams(
    bindparam("tokens", type_=ARRAY(BigInteger)), bindparam("holders", type_=ARRAY(LargeBinary))
)
_FIND = text(
    "SELECT token, string_agg(holders, '') AS holders FROM postings "
    "WHERE token = ANY(:tokens) AND plan_id = ANY(:plans) GROUP BY token"
).bindparams(
    bindparam("tokens", type_=ARRAY(BigInteger)), bindparam("plans", type_=ARRAY(BigInteger))
)
# One value for all: fifty thousand rows would take longer to send than to compute.
_COMPARE = text(
    "SELECT string_agg(int8send(id) || float4send((-(vector <#> CAST(:vector AS vector)))::real), "
    "'') FROM passages WHERE plan_id = ANY(:plans) AND embedder = :embedder "
    "AND CASE WHEN vector_dims(vector) = :dimensions THEN true ELSE false END"
).bindparams(bindparam("plans", type_=ARRAY(BigInteger)))
_SENT = np.dtype([("passage", ">i8"), ("cosine", ">f4")])


async def write_postings(
    session: AsyncSession, plan_id: int, terms: Mapping[int, PassageTerms]
) -> None:
    """Add the terms of a plan's passages, given by key, to the plan's postings."""
    held: dict[int, list[tuple[int, int]]] = {}
    for passage_id, read in terms.items():
        for term, count in read.counts.items():
            held.setdefault(_number(term), []).append((passage_id, min(count, MOST)))
    tokens = sorted(held)  # one order for all, so that two writers cannot wait for each other
    holders = [np.array(held[token], dtype=HOLDER).tobytes() for token in tokens]
    if tokens:
        await session.execute(_WRITE, {"plan_id": plan_id, "tokens": tokens, "holders": holders})


async def rewrite_postings(session: AsyncSession, plan_id: int) -> None:
    """Read all passages of a plan anew."""
    # Who adds passages holds the plan's row by their foreign key: one waits for the other here.
    await session.execute(select(PlanRow.id).where(PlanRow.id == plan_id).with_for_update())
    await session.execute(delete(PostingRow).where(PostingRow.plan_id == plan_id))
    rows = await session.execute(
        select(PassageRow.id, PassageRow.text)
        .where(PassageRow.plan_id == plan_id)
        .order_by(PassageRow.id)
    )
    terms = {row.id: list_terms(row.text) for row in rows}
    if terms:
        read = [{"id": key, "length": t.length, "is_bare": t.is_bare} for key, t in terms.items()]
        await session.execute(update(PassageRow), read)
        await write_postings(session, plan_id, terms)


async def read_outline(
    session: AsyncSession, plan_ids: Sequence[int], *, background: Sequence[str] = ()
) -> Outline:
    """Read what scoring must know of every passage of some plans; unread ones are left out."""
    found = await session.execute(
        select(PassageRow.id, PassageRow.length, PassageRow.is_bare)
        .where(PassageRow.plan_id.in_(plan_ids), PassageRow.length.is_not(None))
        .order_by(PassageRow.id)
    )
    rows = found.all()
    return Outline(
        [row.id for row in rows],
        [row.length for row in rows],
        [row.is_bare for row in rows],
        background=background,
    )


async def find_holders(
    session: AsyncSession, terms: Collection[Term], plan_ids: Sequence[int]
) -> dict[Term, NDArray[np.void]]:
    """Return who of some plans' passages holds each term, as HOLDER arrays."""
    numbers = {_number(term): term for term in terms}
    rows = await session.execute(_FIND, {"tokens": list(numbers), "plans": plan_ids})
    return {numbers[row.token]: np.frombuffer(row.holders, dtype=HOLDER) for row in rows}


async def compare_vectors(
    session: AsyncSession, vector: NDArray[np.float32], plan_ids: Sequence[int], *, embedder: str
) -> NDArray[np.void]:
    """Return the inner product of a query's vector with each passage's, as a CLOSENESS array."""
    sent = await session.scalar(
        _COMPARE,
        {
            "vector": vector_text(vector.astype("<f4").tobytes()),
            "plans": plan_ids,
            "embedder": embedder,
            "dimensions": len(vector),
        },
    )
    return np.frombuffer(sent or b"", dtype=_SENT).astype(CLOSENESS)


def _number(term: Term) -> int:
    digest = hashlib.blake2b("".join(term).encode(), digest_size=8).digest()
    return int.from_bytes(digest, "little", signed=True)
