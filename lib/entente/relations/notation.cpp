#include <entente/relations/notation.hpp>

#include <algorithm>
#include <array>
#include <utility>

#include <entente/actors/actors.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

// data/lexicon/prepositions.tsv. "Take over B" may have a particle or a preposition: both are read.
struct Prepositions {
  Prepositions() {
    RowReader rows("lexicon/prepositions.tsv", resource("lexicon/prepositions.tsv"));
    while (rows.next()) {
      const auto columns = rows.columns();
      if (columns.size() != 2 || (columns[0] != "preposition" && columns[0] != "particle")) {
        rows.fail("\"" + std::string(rows.line()) + "\"", "preposition or particle, and words");
      }
      auto& words = columns[0] == "particle" ? particles : all;
      const auto listed = split(columns[1], ' ');
      words.insert(words.end(), listed.begin(), listed.end());
    }
    std::sort(all.begin(), all.end());
    std::sort(particles.begin(), particles.end());
  }

  std::vector<std::string_view> all;
  std::vector<std::string_view> particles;
};

const Prepositions& prepositions() {
  static const Prepositions shipped;
  return shipped;
}

bool is_preposition(std::string_view word) {
  return std::binary_search(prepositions().all.begin(), prepositions().all.end(), word);
}

struct Element {
  std::string_view text;  // as written, with its alternatives
  char slot = 0;          // 'A', 'B', '2' for AB, 0 for words
  bool genitive = false;
  bool preposition = false;
  KindSet kinds = AnyKind;
};

KindSet kinds_of(std::string_view text, const RowReader& rows) {
  const bool not_these = text.starts_with('!');
  KindSet set = 0;
  for (const auto name : split(text.substr(not_these ? 1 : 0), '/')) {
    const auto before = set;
    for (int k = 0; k <= static_cast<int>(ActorKind::Other); ++k) {
      if (name == actor_kind_name(static_cast<ActorKind>(k))) {
        set = static_cast<KindSet>(set | (1U << k));
      }
    }
    set = static_cast<KindSet>(set | (name == "party" ? PartyKind : name == "company" ? CompanyKind : 0));
    if (before == set) {
      rows.fail("the kind of actor \"" + std::string(name) + "\"",
                "person, country, organisation, place, group, other, party or company");
    }
  }
  return not_these ? static_cast<KindSet>(~set) : set;
}

Element element_of(std::string_view text, const RowReader& rows) {
  Element e{text};
  const auto name = text.substr(0, text.find_first_of("('"));
  if (name == "A" || name == "B" || name == "AB") {
    e.slot = name == "AB" ? '2' : name.front();
    e.genitive = text.ends_with("'s");
    if (const auto open = text.find('('); open != std::string_view::npos) {
      const auto close = text.find(')', open);
      if (close == std::string_view::npos) {
        rows.fail("\"" + std::string(text) + "\"", "a closing bracket");
      }
      e.kinds = kinds_of(text.substr(open + 1, close - open - 1), rows);
    }
  } else if (split(text, '/').empty()) {
    rows.fail("\"" + std::string(text) + "\"", "words with \"/\" between them");
  } else {
    e.preposition = is_preposition(text.substr(0, text.find('/')));
  }
  return e;
}

class PatternReader {
 public:
  PatternReader(std::vector<Element> elements, const Frame& model, Words& words, std::vector<WordId>& pool,
                const RowReader& rows)
      : elements_(std::move(elements)), words_(words), pool_(pool), rows_(rows) {
    pattern_.frame = model;
  }

  Pattern read() {
    describe();
    const bool actor_first = elements_.size() > 1 && elements_[0].slot != 0 && !elements_[0].genitive;
    if (actor_first && elements_.size() > 2 && elements_[1].text == "be") {
      read_said_of();
    } else if (actor_first && elements_[1].slot == 0) {
      read_verb();
    } else {
      read_phrase(0);
    }
    const Frame& frame = pattern_.frame;
    if (frame.a.slot == Slot::Absent || (frame.b.slot == Slot::Absent) != frame.both) {
      fail("expected both A and B, or AB");
    }
    return std::move(pattern_);
  }

 private:
  using Between = std::vector<Element>;

  // The specificity counts the words and the conditions.
  void describe() {
    Frame& frame = pattern_.frame;
    int count = (frame.context != 0 ? 3 : 0) + (frame.negated ? 3 : 0) + (frame.passive ? 3 : 0);
    for (const auto& e : elements_) {
      frame.pattern.append(frame.pattern.empty() ? "" : " ").append(e.text);
      if (e.slot == 0) {
        count += e.preposition ? 2 : e.text == "*" ? 1 : 4;
        continue;
      }
      count += e.kinds != AnyKind ? 1 : 0;
      (e.slot == 'B' ? frame.b_kinds : frame.a_kinds) = e.kinds;
      frame.both = frame.both || e.slot == '2';
    }
    frame.specificity = static_cast<std::uint8_t>(count);
  }

  [[noreturn]] void fail(const std::string& why) const {
    rows_.fail("the pattern \"" + pattern_.frame.pattern + "\"; " + why);
  }

  WordSet set_of(const Element& e) {
    WordSet set{static_cast<std::uint32_t>(pool_.size()), 0};
    for (const auto word : split(e.text, '/')) {
      pool_.push_back(words_.add(word));
      ++set.count;
    }
    return set;
  }

  WordSet of() { return set_of({"of"}); }

  void put(char slot, Place place) {
    Place& target = slot == 'B' ? pattern_.frame.b : pattern_.frame.a;
    if (target.slot != Slot::Absent) {
      fail("each of A and B may stand only once");
    }
    target = place;
  }

  void anchor_at(const Element& e, bool verb) {
    pattern_.verb = verb;
    for (const auto word : split(e.text, '/')) {
      pattern_.anchors.push_back(words_.add(word));
    }
  }

  static bool is_particle(const Element& e) {
    const auto& particles = prepositions().particles;
    return std::binary_search(particles.begin(), particles.end(), e.text.substr(0, e.text.find('/')));
  }

  // The slot of an actor after a verb and these words. In "rescue of B's" the possessor ends the phrase with "of".
  Place place_after_verb(Between words, bool possessor) {
    const std::size_t size = words.size() + (possessor ? 1 : 0);
    if (words.size() > 1 && pattern_.frame.particle.empty() && words[0].preposition &&
        (words[1].preposition || (size == 3 && is_particle(words[0])))) {
      pattern_.frame.particle = set_of(words[0]);
      words.erase(words.begin());
    }
    if (words.empty()) {
      return {Slot::Object, {}, {}, {}};
    }
    if (!possessor && words.size() == 1 && words[0].preposition) {
      return {Slot::Preposition, {}, {}, set_of(words[0])};
    }
    if (!words[0].preposition && (possessor ? words.size() == 1 : words.size() == 2 && words[1].preposition)) {
      return {Slot::ObjectNoun, {}, set_of(words[0]), possessor ? of() : set_of(words[1])};
    }
    if ((possessor ? words.size() == 2 : words.size() == 3 && words[2].preposition) && words[0].preposition &&
        !words[1].preposition) {
      return {Slot::PrepNoun, set_of(words[0]), set_of(words[1]), possessor ? of() : set_of(words[2])};
    }
    fail("between the verb and an actor may stand a particle, a noun and prepositions");
  }

  void companions(const Between& words) {
    std::size_t used = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
      if (used == pattern_.frame.companions.size()) {
        fail("too many words after the last actor");
      }
      Companion& c = pattern_.frame.companions.at(used++);
      if (i + 1 < words.size() && words[i].preposition) {
        c.prep = set_of(words[i++]);
      }
      c.word = set_of(words[i]);
    }
  }

  void read_verb() {
    put(elements_[0].slot, {Slot::Subject, {}, {}, {}});
    anchor_at(elements_[1], true);
    Between between;
    for (std::size_t i = 2; i < elements_.size(); ++i) {
      const Element& e = elements_[i];
      if (e.slot == 0) {
        between.push_back(e);
        continue;
      }
      const bool possessor = e.genitive && i + 1 < elements_.size();
      if (possessor) {  // "come to B's aid" is "come to aid of B"
        between.push_back(elements_[++i]);
      }
      const bool clause = between.size() == 1 && between[0].text == "that";
      put(e.slot, clause ? Place{Slot::Clause, {}, {}, {}} : place_after_verb(std::move(between), possessor));
      between.clear();
    }
    const Frame& frame = pattern_.frame;
    if (!between.empty() && (frame.a.slot == Slot::Clause || frame.b.slot == Slot::Clause)) {
      pattern_.frame.modal = set_of(between[0]);
      between.erase(between.begin());
    }
    companions(between);
  }

  // "A be ally of B", "A be on B's side", "A be dependent on B", "A be in B"
  void read_said_of() {
    if (elements_.size() == 4 && elements_[2].preposition && elements_[3].slot != 0 && !elements_[3].genitive) {
      put(elements_[0].slot, {Slot::Subject, {}, {}, {}});
      put(elements_[3].slot, {Slot::Preposition, {}, {}, set_of(elements_[2])});
      anchor_at(elements_[1], true);
      return;
    }
    put(elements_[0].slot, {Slot::Bearer, {}, {}, {}});
    read_phrase(2);
  }

  // The noun or adjective at the end of "B's side" or at the start of "visit to B".
  void read_phrase(std::size_t from) {
    std::size_t i = from;
    if (from > 0 && i + 1 < elements_.size() && elements_[i].preposition) {
      pattern_.frame.own_case = set_of(elements_[i++]);
    }
    for (; i < elements_.size() && elements_[i].slot != 0; ++i) {
      const auto slot = elements_[i].genitive || elements_[i].slot == '2' ? Slot::Genitive : Slot::Modifier;
      put(elements_[i].slot, {slot, {}, {}, {}});
    }
    if (i == elements_.size()) {
      fail("there is no word for it");
    }
    // "mediation effort between B": the words before the noun are required too.
    Between modifiers;
    const auto follows = [](const Element& e) { return e.slot != 0 || e.preposition || e.text == "that"; };
    for (; i + 1 < elements_.size() && !follows(elements_[i + 1]); ++i) {
      modifiers.push_back(elements_[i]);
    }
    anchor_at(elements_[i++], false);
    companions(modifiers);
    for (; i < elements_.size(); i += 2) {
      if (i + 1 >= elements_.size() || elements_[i].slot != 0 || elements_[i + 1].slot == 0) {
        fail("after a noun or an adjective, expected a preposition and an actor");
      }
      const bool clause = elements_[i].text == "that";
      put(elements_[i + 1].slot,
          clause ? Place{Slot::Clause, {}, {}, {}} : Place{Slot::Preposition, {}, {}, set_of(elements_[i])});
    }
  }

  std::vector<Element> elements_;
  Pattern pattern_;
  Words& words_;
  std::vector<WordId>& pool_;
  const RowReader& rows_;
};

}  // namespace

Pattern read_pattern(std::string_view text, const Frame& model, Words& words, std::vector<WordId>& pool,
                     const RowReader& rows) {
  std::vector<Element> elements;
  for (const auto part : split(text, ' ')) {
    elements.push_back(element_of(part, rows));
  }
  return PatternReader(std::move(elements), model, words, pool, rows).read();
}

}  // namespace entente
