"""Measures the search against Wagtail's own on the same texts, in one run: `.venv/bin/python bench/search.py FOLDER`.

FOLDER holds docs.jsonl (id, lang, title, text) and queries.jsonl (qid, cls, q, rel: id → grade; grade 2 is a target).
Prints, for each class of queries, the share of targets among the first ten results and nDCG@10; the time of a query,
the words indexed in a second, and with `--grow 20000` how the time of a query grows with the number of texts.
Everything is written to the configured database in a transaction that is rolled back, or removed at the end.
"""

import argparse
import json
import logging
import math
import os
import random
import resource
import statistics
import sys
import time
from collections import defaultdict
from pathlib import Path

import django

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kasper_site.settings.dev")
django.setup()

from django.db import transaction  # noqa: E402
from wagtail.models import Locale, Page  # noqa: E402
from wagtail.search.backends import get_search_backend  # noqa: E402

from home.models import StandardPage  # noqa: E402
from search import analysis, evaluate, rank, scope  # noqa: E402
from search.models import Entry  # noqa: E402

FIRST = 10
GAIN = {1: 1, 2: 3}


def share_of_targets(query: dict, ids: list[str]) -> float:
    """How many of the targets stand among the first ten, of those that could."""
    targets = {key for key, grade in query["rel"].items() if grade == 2 or query["cls"] == "c"}
    return len(targets & set(ids[:FIRST])) / min(FIRST, len(targets))


def ndcg(query: dict, ids: list[str]) -> float:
    """Normalised discounted cumulative gain at ten, gains 3 and 1."""
    gains = [GAIN.get(query["rel"].get(key), 0) for key in ids[:FIRST]]
    best = sorted((GAIN[grade] for grade in query["rel"].values()), reverse=True)[:FIRST]
    return _discounted(gains) / _discounted(best)


def _discounted(gains: list[int]) -> float:
    return sum(gain / math.log2(place + 2) for place, gain in enumerate(gains))


def ours(documents: list[dict], queries: list[dict]) -> dict:
    """Our engine's answers by query, and what they cost."""
    analysis.terms.cache_clear()
    words = sum(len(list(analysis.words(f"{row.get('title', '')} {row['text']}"))) for row in documents)
    start = time.process_time()
    with evaluate.scratch_index(documents) as generation:
        indexing = time.process_time() - start
        answers = list(evaluate.answers(queries, generation))
    return {
        "ids": {answer["qid"]: answer["ids"] for answer in answers},
        "ms": [answer["ms"] for answer in answers],
        "words/s": words / indexing,
    }


def stock(documents: list[dict], queries: list[dict]) -> dict:
    """The answers of Wagtail's configured backend over the same texts as pages, and what they cost."""
    with transaction.atomic():
        pages = _pages(documents)
        backend = get_search_backend()
        index = backend.get_index_for_model(StandardPage)
        start = time.process_time()
        index.add_items(StandardPage, list(pages))
        indexing = time.process_time() - start
        ids, times = {}, []
        among = StandardPage.objects.filter(pk__in=[page.pk for page in pages])
        for query in queries:
            start = time.perf_counter()
            found = list(backend.search(query["q"], among, operator="or")[: evaluate.MOST_RESULTS])
            times.append((time.perf_counter() - start) * 1000)
            ids[query["qid"]] = [pages[page] for page in found if page in pages]
        transaction.set_rollback(True)
    words = sum(len(row["text"].split()) for row in documents)
    return {"ids": ids, "ms": times, "words/s": words / indexing}


def _pages(documents: list[dict]) -> dict[StandardPage, str]:
    root, locale = Page.get_first_root_node(), Locale.get_default()
    made = {}
    for number, row in enumerate(documents):
        page = StandardPage(
            title=row.get("title") or "-", slug=f"bench-{number}", locale=locale, introduction=row["text"], body=[]
        )
        made[root.add_child(instance=page)] = row["id"]
    return made


def table(queries: list[dict], results: dict[str, dict]) -> None:
    """Print the figures by class, an engine a column."""
    classes = defaultdict(list)
    for query in queries:
        classes[query["cls"]].append(query)
    print("class     n  " + "".join(f"{name + ' first 10':>20}{name + ' nDCG':>16}" for name in results))
    for letter, some in sorted(classes.items()):
        cells = ""
        for result in results.values():
            found = [
                (share_of_targets(query, result["ids"][query["qid"]]), ndcg(query, result["ids"][query["qid"]]))
                for query in some
            ]
            cells += f"{statistics.mean(f for f, _ in found):20.3f}{statistics.mean(n for _, n in found):16.3f}"
        print(f"{letter:<6}{len(some):5}  {cells}")
    for name, result in results.items():
        times = sorted(result["ms"])
        print(f"{name}: {_times(times)}; {result['words/s']:.0f} words indexed in a second of CPU")


def _times(times: list[float]) -> str:
    return f"query median {times[len(times) // 2]:.1f} ms, 95 % {times[int(len(times) * 0.95)]:.1f} ms"


def grow(documents: list[dict], queries: list[dict], largest: int) -> None:
    """Print the time of a query over more and more texts, made of the given ones' sentences."""
    random.seed(1)
    sentences = [sentence for row in documents for sentence in row["text"].split(" . ")]
    length = max(len(sentences) // len(documents), 1)
    for size in (largest // 10, largest // 3, largest):
        texts = [" . ".join(random.choices(sentences, k=length)) for _ in range(size)]
        rows = [{"id": f"g{number}", "text": text} for number, text in enumerate(texts)]
        with evaluate.scratch_index(rows) as generation:
            rank.find("lapsi", scope.whole(generation, "fi"))  # the vocabulary is read
            times = sorted(answer["ms"] for answer in evaluate.answers(queries, generation))
            entries = Entry.objects.filter(generation=generation).count()
        print(f"{entries} texts: {_times(times)}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--grow", type=int, default=0)
    parser.add_argument("--results", type=Path, help="write our answers here as JSON lines")
    options = parser.parse_args()
    logging.disable(logging.INFO)
    documents = evaluate.read_lines(options.folder / "docs.jsonl")
    queries = evaluate.read_lines(options.folder / "queries.jsonl")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    analysis.terms("lastensuojelussa", "fi")
    engine_memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    results = {"ours": ours(documents, queries), "stock": stock(documents, queries)}
    table(queries, results)
    print(f"{analysis.engine_name()}: {engine_memory / 1024:.0f} MB more in the process when it is loaded")
    if options.grow:
        grow(documents, queries[:200], options.grow)
    if options.results:
        lines = [json.dumps({"qid": qid, "ids": ids}) for qid, ids in results["ours"]["ids"].items()]
        options.results.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
