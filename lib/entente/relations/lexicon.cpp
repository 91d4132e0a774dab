#include <entente/relations/lexicon.hpp>

#include <algorithm>
#include <numeric>
#include <tuple>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/relations/notation.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::array<std::string_view, 5> PredicateFiles = {
    "lexicon/predicates_encounter.txt", "lexicon/predicates_alignment.txt", "lexicon/predicates_statement.txt",
    "lexicon/predicates_conflict.txt", "lexicon/predicates_belonging.txt"};

void set_option(Frame& frame, std::string_view option, std::span<const std::string> contexts, const RowReader& rows) {
  if (const auto status = status_named(option)) {
    frame.status = *status;
    return;
  }
  if (option == "acts") {
    frame.b_may_be_act = true;
  } else if (option == "personal") {
    frame.personal = true;
  } else if (option == "grounds") {
    frame.b_may_be_ground = true;
  } else if (option == "not") {
    frame.negated = true;
  } else if (option == "people") {
    frame.b_may_be_people = true;
  } else if (option == "alone") {
    frame.alone = true;
  } else if (option == "real") {
    frame.real = true;
  } else if (option == "passive") {
    frame.passive = true;
  } else if (option.starts_with("in ")) {
    const auto at = std::find(contexts.begin(), contexts.end(), trimmed(option.substr(3)));
    if (at == contexts.end()) {
      rows.fail("the context \"" + std::string(option.substr(3)) + "\"", "one of lexicon/contexts.tsv");
    }
    frame.context = static_cast<std::uint8_t>(1U << (at - contexts.begin()));
  } else {
    rows.fail("the option \"" + std::string(option) + "\"",
              "a status, personal, acts, grounds, people, alone, not, real, passive, or "
              "in CONTEXT");
  }
}

// The section "[visits] acts" gives the type and options that hold for all its lines.
Frame section_of(std::string_view line, const RelationTypes& types, std::span<const std::string> contexts,
                 const RowReader& rows) {
  const auto close = line.find(']');
  const auto name = trimmed(line.substr(1, close == std::string_view::npos ? close : close - 1));
  Frame frame;
  const auto type = types.find(name);
  if (close == std::string_view::npos || !type) {
    rows.fail("the section \"" + std::string(line) + "\"", "a relation type in brackets");
  }
  frame.type = *type;
  for (const auto option : split(line.substr(close + 1), ' ')) {
    set_option(frame, option, contexts, rows);
  }
  return frame;
}

void read_predicates(RowReader& rows, const RelationTypes& types, std::span<const std::string> contexts, Words& words,
                     std::vector<WordId>& pool, bool from_user, std::vector<Pattern>& patterns) {
  Frame section;
  bool open = false;
  while (rows.next()) {
    const auto columns = rows.columns();
    if (from_user && (columns.front() == "type" || columns.front() == "not")) {
      continue;  // load_relation_types reads it
    }
    if (columns.front().starts_with('[')) {
      section = section_of(columns.front(), types, contexts, rows);
      section.from_user = from_user;
      open = true;
      continue;
    }
    if (!open) {
      rows.fail("a predicate before the first section", "[type]");
    }
    Frame model = section;
    for (const auto column : columns.subspan(1)) {
      for (const auto option : split(column, ',')) {
        set_option(model, option, contexts, rows);
      }
    }
    patterns.push_back(read_pattern(columns.front(), model, words, pool, rows));
  }
}

struct Entry {
  WordId anchor;
  const Frame* frame;
};

}  // namespace

PredicateLexicon::PredicateLexicon(const RelationTypes& types, std::string_view user_relations, const std::string& name)
    : any(words_.add("*")),
      of(words_.add("of")),
      by(words_.add("by")),
      be(words_.add("be")),
      to(words_.add("to")),
      in(words_.add("in")),
      from(words_.add("from")),
      near(words_.add("near")),
      with(words_.add("with")),
      according(words_.add("according")) {
  read_contexts();
  read_standing();
  std::vector<Pattern> patterns;
  RowReader user(name, user_relations);
  read_predicates(user, types, context_names_, words_, pool_, true, patterns);
  for (const auto path : PredicateFiles) {
    RowReader rows(std::string(path), resource(path));
    read_predicates(rows, types, context_names_, words_, pool_, false, patterns);
  }
  // The user's frames first, then the most specific, then in the order of the files.
  std::vector<std::uint32_t> order(patterns.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto rank = [&](std::uint32_t i) {
    return std::tuple(!patterns[i].frame.from_user, -int{patterns[i].frame.specificity}, i);
  };
  std::sort(order.begin(), order.end(), [&](std::uint32_t x, std::uint32_t y) { return rank(x) < rank(y); });
  frames_.reserve(patterns.size());
  std::vector<Entry> verbs;
  std::vector<Entry> nouns;
  for (const auto i : order) {
    Pattern& pattern = patterns[i];
    frames_.push_back(std::move(pattern.frame));
    for (const auto anchor : pattern.anchors) {
      (pattern.verb ? verbs : nouns).push_back({anchor, &frames_.back()});
    }
  }
  const auto fill = [&](Table& table, const std::vector<Entry>& entries) {
    table.begin.assign(words_.size() + 2, 0);
    for (const auto& e : entries) {
      ++table.begin[e.anchor + std::size_t{2}];
    }
    std::partial_sum(table.begin.begin(), table.begin.end(), table.begin.begin());
    table.frames.resize(entries.size());
    for (const auto& e : entries) {
      table.frames[table.begin[e.anchor + std::size_t{1}]++] = e.frame;
    }
  };
  fill(verbs_, verbs);
  fill(nouns_, nouns);
}

std::span<const Frame* const> PredicateLexicon::frames_of(const Table& table, WordId anchor) {
  if (anchor == NoWord || anchor + std::size_t{1} >= table.begin.size()) {
    return {};
  }
  return {table.frames.data() + table.begin[anchor], table.frames.data() + table.begin[anchor + std::size_t{1}]};
}

void PredicateLexicon::read_standing() {
  constexpr std::array<std::pair<std::string_view, Standing>, 13> Names = {{{"body", Standing::Body},
                                                                            {"act", Standing::Act},
                                                                            {"ground", Standing::Ground},
                                                                            {"quantity", Standing::Quantity},
                                                                            {"plural", Standing::Plural},
                                                                            {"office", Standing::Office},
                                                                            {"members", Standing::Members},
                                                                            {"kind", Standing::Kind},
                                                                            {"seat", Standing::Seat},
                                                                            {"people", Standing::People},
                                                                            {"deputy", Standing::Deputy},
                                                                            {"tie", Standing::Tie},
                                                                            {"voice", Standing::Voice}}};
  RowReader rows("lexicon/standing_nouns.tsv", resource("lexicon/standing_nouns.tsv"));
  while (rows.next()) {
    const auto* const name =
        std::find_if(Names.begin(), Names.end(), [&](const auto& n) { return n.first == rows.columns()[0]; });
    if (name == Names.end() || rows.columns().size() < 2) {
      rows.fail("\"" + std::string(rows.line()) + "\"", "the columns that the head of the file describes");
    }
    for (const auto noun : split(rows.columns()[1], ' ')) {
      const auto id = words_.add(noun);
      standing_.resize(std::max<std::size_t>(standing_.size(), id + std::size_t{1}));
      standing_[id] = static_cast<Standings>(standing_[id] | bits(name->second));
    }
  }
}

std::uint8_t PredicateLexicon::context_named(std::string_view name) const {
  const auto found = std::find(context_names_.begin(), context_names_.end(), name);
  return found == context_names_.end() ? std::uint8_t{0}
                                       : static_cast<std::uint8_t>(1U << (found - context_names_.begin()));
}

void PredicateLexicon::read_contexts() {
  RowReader rows("lexicon/contexts.tsv", resource("lexicon/contexts.tsv"));
  while (rows.next()) {
    const auto name = rows.columns()[0];
    auto at = std::find(context_names_.begin(), context_names_.end(), name);
    if (at == context_names_.end()) {
      if (context_names_.size() == 8) {
        rows.fail("a ninth context", "at most eight");
      }
      at = context_names_.emplace(context_names_.end(), name);
    }
    const auto bit = static_cast<std::uint8_t>(1U << (at - context_names_.begin()));
    for (const auto word : split(rows.columns().size() > 1 ? rows.columns()[1] : std::string_view(), ' ')) {
      const auto id = words_.add(word);
      contexts_.resize(std::max<std::size_t>(contexts_.size(), id + std::size_t{1}));
      contexts_[id] = static_cast<std::uint8_t>(contexts_[id] | bit);
    }
  }
}

}  // namespace entente
