// The list of mentions, and which of them a word stands for.
#include <entente/actors/mention_drafts.hpp>

#include <doctest/doctest.h>

#include "actors/stages.hpp"

using namespace entente;
using namespace entente::test;

TEST_CASE("a mention that is added stands for its head only where no other does") {
  MentionDrafts mentions{{}, {None, None}, {None, None}};
  MentionDraft draft;
  draft.head = 1;
  CHECK(mentions.add(draft) == 0);
  CHECK(mentions.add(draft) == 1);
  CHECK(mentions.by_head[0] == None);
  CHECK(mentions.by_head[1] == 0);
  CHECK(mentions.name_at(None) == None);
}
