#include <entente_train/lemma_trainer.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <tuple>
#include <utility>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>
#include <entente/base/letters.hpp>
#include <entente/base/rows.hpp>
#include <entente/tagging/lemma_table.hpp>

namespace entente::train {

namespace {

using namespace lemma_table;

std::string lower_of(std::string_view form) {
  std::string out;
  append_lower(out, form);
  return out;
}

std::string title_of(std::string_view form) {
  std::string out;
  append_title(out, form);
  return out;
}

std::string without_commas(std::string_view form) {
  std::string out(form);
  std::erase(out, ',');
  return out;
}

// How a form becomes its lemma.
struct Edit {
  CaseRule letters = CaseRule::Lower;
  std::size_t strip = 0;
  std::string append;
  friend auto operator<=>(const Edit&, const Edit&) = default;
};

std::string cased(CaseRule rule, std::string_view form) {
  switch (rule) {
    case CaseRule::Keep:
      return std::string(form);
    case CaseRule::Lower:
      return lower_of(form);
    case CaseRule::Title:
      return title_of(form);
    case CaseRule::NoCommas:
      return without_commas(form);
    case CaseRule::Drop:
      break;
  }
  return "";
}

std::string edited(const Edit& edit, std::string_view form) {
  std::string out = cased(edit.letters, form);
  if (edit.strip > out.size()) {
    return "";
  }
  out.resize(out.size() - edit.strip);
  return out + edit.append;
}

bool is_continuation(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

// The edit that changes least; among equals names keep their case and other words lose it.
Edit edit_of(std::string_view form, const std::string& lemma, Upos upos) {
  const std::array<CaseRule, 4> names = {CaseRule::Keep, CaseRule::Title, CaseRule::Lower, CaseRule::NoCommas};
  const std::array<CaseRule, 4> others = {CaseRule::Lower, CaseRule::Keep, CaseRule::Title, CaseRule::NoCommas};
  std::optional<Edit> best;
  std::size_t best_cost = 0;
  for (const CaseRule rule : upos == Upos::Propn ? names : others) {
    const std::string base = cased(rule, form);
    std::size_t same = 0;
    while (same < std::min(base.size(), lemma.size()) && base[same] == lemma[same]) {
      ++same;
    }
    while (same > 0 && ((same < base.size() && is_continuation(base[same])) ||
                        (same < lemma.size() && is_continuation(lemma[same])))) {
      --same;
    }
    const Edit edit{rule, base.size() - same, lemma.substr(same)};
    const std::size_t cost = edit.strip + edit.append.size();
    const bool whole = same == 0;
    if (!whole && edit.strip < 32 && edit.append.size() < 64 && (!best || cost < best_cost)) {
      best = edit;
      best_cost = cost;
    }
  }
  return best.value_or(Edit{CaseRule::Drop, 0, lemma});
}

// Counts of edits; the most frequent one, and among equals the first in the order of edits, wins.
class Ballot {
 public:
  void add(const Edit& edit, int count = 1) { counts_[edit] += count; }
  const Edit& winner() const {
    return std::max_element(counts_.begin(), counts_.end(),
                            [](const auto& a, const auto& b) { return a.second < b.second; })
        ->first;
  }
  int votes(const Edit& edit) const {
    const auto at = counts_.find(edit);
    return at == counts_.end() ? 0 : at->second;
  }
  int total() const {
    int sum = 0;
    for (const auto& [edit, count] : counts_) {
      sum += count;
    }
    return sum;
  }

 private:
  std::map<Edit, int> counts_;
};

struct Word {
  std::string form;
  std::string lemma;
  Upos upos = Upos::X;
  std::uint32_t features = 0;
  bool regular = true;  // may teach rules for other words
  int weight = 1;
};

using WordKey = std::tuple<std::string, Upos, std::uint32_t>;
using GroupKey = std::tuple<Upos, std::uint32_t, Shape>;

class LemmaTrainer {
 public:
  explicit LemmaTrainer(const LemmaTrainerOptions& options) : options_(options) {}

  void add(const Treebank& bank) {
    const Document& document = bank.document;
    for (const Sentence& sentence : document.sentences) {
      const bool shouted =
          is_all_caps(sentence.tokens.begin, sentence.tokens.end, [&](TokenId t) { return document.form(t); });
      for (TokenId t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
        add_token(bank, t, shouted);
      }
    }
  }

  void add(const ListedWord& listed) {
    const Features features = parse_features(listed.features);
    // More than a few odd tokens of a treebank ("fled" of "flead"), less than what a treebank says often.
    words_.push_back({listed.form, listed.lemma, listed.upos, feature_class(listed.upos, features), false, 6});
    stems_.insert({listed.lemma, listed.upos});
  }

  LemmaSection train() {
    learn_endings();
    learn_words();
    return write();
  }

 private:
  void add_token(const Treebank& bank, TokenId t, bool shouted) {
    const Upos upos = bank.tagging.upos(t);
    const std::string lemma(bank.tagging.lemma(t));
    std::string form(bank.document.form(t));
    // "_" is the lemma of the second half of a word that was torn apart by a typing error.
    if (lemma.empty() || (lemma == "_" && form != "_")) {
      return;
    }
    if (shouted) {
      form = upos == Upos::Propn ? title_of(form) : lower_of(form);
    }
    const std::string& features = bank.tagging.bundles[bank.tagging.tags[t].bundle].text;
    const bool typo = features.find("Typo=Yes") != std::string::npos;
    if (typo && upos == Upos::Propn) {
      return;  // "Andrea Bertone@…": half of an address tells nothing of Andrea
    }
    words_.push_back({std::move(form), lemma, upos, feature_class(upos, bank.tagging.features(t)), !typo, 1});
    if (!typo && (upos == Upos::Verb || upos == Upos::Noun)) {
      stems_.insert({lemma, upos});
    }
  }

  // --- ends of words ----------------------------------------------------------------------------------------------

  // Every different word votes once in each of its groups, for each of its ends.
  void learn_endings() {
    std::set<std::tuple<std::string, Upos, std::uint32_t, Edit>> types;
    for (const Word& word : words_) {
      Edit edit = edit_of(word.form, word.lemma, word.upos);
      if (word.regular && edit.letters != CaseRule::Drop) {
        types.insert({word.form, word.upos, word.features, std::move(edit)});
      }
    }
    std::map<GroupKey, std::map<std::string, Ballot>> groups;  // ends are spelt backwards
    for (const auto& [form, upos, features, edit] : types) {
      std::string backwards = lower_of(form);
      std::reverse(backwards.begin(), backwards.end());
      backwards += WordBegin;
      for (const GroupKey& group : {GroupKey{upos, features, shape_of(form)}, GroupKey{upos, features, Shape::Any},
                                    GroupKey{upos, AnyClass, Shape::Any}}) {
        for (std::size_t length = 0; length <= std::min(MaxSuffix, backwards.size()); ++length) {
          groups[group][backwards.substr(0, length)].add(edit);
        }
      }
    }
    for (const auto& [group, ends] : groups) {
      const bool is_last = std::get<1>(group) == AnyClass;
      if (is_last || ends.at("").total() >= options_.min_group_types) {
        keep_endings(group, ends);
      }
    }
  }

  // Keeps the ends whose rule is not that of the next shorter one that is kept. The map has shorter ends first.
  void keep_endings(const GroupKey& group, const std::map<std::string, Ballot>& ends) {
    std::map<std::string, Edit>& kept = endings_[group];
    for (const auto& [end, ballot] : ends) {
      const Edit& edit = ballot.winner();
      if (end.empty() || (ballot.votes(edit) >= options_.min_types && edit != longest(kept, end))) {
        kept[end] = edit;
      }
    }
  }

  static const Edit& longest(const std::map<std::string, Edit>& kept, std::string_view backwards) {
    for (std::size_t length = std::min(MaxSuffix, backwards.size());; --length) {
      const auto at = kept.find(std::string(backwards.substr(0, length)));
      if (at != kept.end()) {
        return at->second;
      }
    }
  }

  // What the endings alone say; the same order as Lemmatizer::find_ending.
  Edit by_ending(const std::string& form, Upos upos, std::uint32_t features) const {
    std::string backwards = lower_of(form);
    std::reverse(backwards.begin(), backwards.end());
    backwards += WordBegin;
    for (const GroupKey& group : {GroupKey{upos, features, shape_of(form)}, GroupKey{upos, features, Shape::Any},
                                  GroupKey{upos, AnyClass, Shape::Any}}) {
      const auto at = endings_.find(group);
      if (at != endings_.end()) {
        return longest(at->second, backwards);
      }
    }
    return {upos == Upos::Propn ? CaseRule::Keep : CaseRule::Lower, 0, ""};
  }

  // --- words by themselves ----------------------------------------------------------------------------------------

  // From the most general entry to the most exact one, each only where those before it are wrong.
  void learn_words() {
    std::map<WordKey, Ballot> any;
    std::map<WordKey, Ballot> lower;
    std::map<WordKey, Ballot> exact;
    for (const Word& word : words_) {
      const Edit edit = edit_of(word.form, word.lemma, word.upos);
      const std::string small = lower_of(word.form);
      any[{small, word.upos, AnyClass}].add(edit, word.weight);
      lower[{small, word.upos, word.features}].add(edit, word.weight);
      exact[{word.form, word.upos, word.features}].add(edit, word.weight);
    }
    for (const auto& [key, ballot] : any) {
      const auto& [form, upos, features] = key;
      keep_word(any_, key, ballot, by_ending(form, upos, AnyClass));
      // "series" and "Japanese" are what they are in either number; a verb's form depends on more.
      for (const Number number : {Number::Singular, Number::Plural}) {
        if (upos == Upos::Noun || upos == Upos::Propn) {
          keep_word(any_, key, ballot, by_ending(form, upos, static_cast<std::uint32_t>(number)));
        }
      }
    }
    for (const auto& [key, ballot] : lower) {
      const auto general = any_.find({std::get<0>(key), std::get<1>(key), AnyClass});
      keep_word(
          lower_, key, ballot,
          general != any_.end() ? general->second : by_ending(std::get<0>(key), std::get<1>(key), std::get<2>(key)));
    }
    for (const auto& [key, ballot] : exact) {
      const auto& [form, upos, features] = key;
      const std::string small = lower_of(form);
      const auto near = lower_.find({small, upos, features});
      const auto general = any_.find({small, upos, AnyClass});
      keep_word(exact_, key, ballot,
                near != lower_.end()    ? near->second
                : general != any_.end() ? general->second
                                        : by_ending(form, upos, features));
    }
  }

  static void keep_word(std::map<WordKey, Edit>& table, const WordKey& key, const Ballot& ballot,
                        const Edit& expected) {
    const std::string& form = std::get<0>(key);
    const Edit& edit = ballot.winner();
    if (edited(edit, form) != edited(expected, form)) {
      table[key] = edit;
    }
  }

  // --- the section ------------------------------------------------------------------------------------------------

  struct Slot {
    std::uint64_t key = 0;
    std::uint16_t value = 0;
  };

  LemmaSection write() {
    LemmaSection out;
    for (const auto& [table, kind] : {std::pair(&any_, Kind::AnyFeatures), std::pair(&lower_, Kind::LowerForm),
                                      std::pair(&exact_, Kind::ExactForm)}) {
      for (const auto& [word, edit] : *table) {
        const auto& [form, upos, features] = word;
        slots_.push_back({key(hash_bytes(form), group(kind, upos, features, Shape::Any)), rule_id(edit)});
        ++out.words;
      }
    }
    for (const auto& [about, ends] : endings_) {
      const auto& [upos, features, shape] = about;
      for (const auto& [backwards, edit] : ends) {
        std::uint64_t hash = SuffixStart;
        for (const char c : backwards) {
          hash = add_suffix_byte(hash, c);
        }
        slots_.push_back({key(hash, group(Kind::Suffix, upos, features, shape)), rule_id(edit)});
        ++out.endings;
      }
    }
    for (const auto& [lemma, upos] : stems_) {
      slots_.push_back({key(hash_bytes(lemma), group(Kind::Stem, upos, 0, Shape::Any)), KnownStem});
      ++out.stems;
    }
    out.rules = rules_.size();
    out.bytes = section_bytes();
    return out;
  }

  std::uint16_t rule_id(const Edit& edit) {
    const auto [at, is_new] = rule_ids_.try_emplace(edit, static_cast<std::uint16_t>(rules_.size()));
    if (is_new) {
      if (rules_.size() >= KnownStem) {
        throw Error(ErrorCode::Internal, "", "more different lemma rules than the section has numbers for");
      }
      Rule rule;
      rule.letters = edit.letters;
      rule.strip = static_cast<std::uint8_t>(edit.strip);
      rule.append = static_cast<std::uint8_t>(std::min<std::size_t>(edit.append.size(), 255));
      rule.pool_offset = pool_place(edit.append.substr(0, 255));
      rules_.push_back(rule);
    }
    return at->second;
  }

  std::uint32_t pool_place(const std::string& text) {
    std::size_t at = pool_.find(text);
    if (at == std::string::npos) {
      at = pool_.size();
      pool_ += text;
    }
    return static_cast<std::uint32_t>(at);
  }

  std::vector<std::byte> section_bytes() const {
    std::size_t size = 1024;
    while (static_cast<double>(size) * options_.load_factor < static_cast<double>(slots_.size())) {
      size *= 2;
    }
    std::vector<std::uint32_t> fingerprints(size, EmptyFingerprint);
    std::vector<std::uint16_t> values(size, 0);
    for (const Slot& slot : slots_) {
      std::size_t at = slot.key & (size - 1);
      while (fingerprints[at] != EmptyFingerprint) {
        at = (at + 1) & (size - 1);
      }
      fingerprints[at] = fingerprint(slot.key);
      values[at] = slot.value;
    }
    std::vector<std::byte> out;
    const auto append = [&](const void* data, std::size_t bytes) {
      const auto* const begin = static_cast<const std::byte*>(data);
      out.insert(out.end(), begin, begin + bytes);
    };
    const Header header{static_cast<std::uint32_t>(rules_.size()), static_cast<std::uint32_t>(size),
                        static_cast<std::uint32_t>(pool_.size()), 0};
    append(&header, sizeof header);
    append(rules_.data(), rules_.size() * sizeof(Rule));
    append(fingerprints.data(), fingerprints.size() * sizeof(std::uint32_t));
    append(values.data(), values.size() * sizeof(std::uint16_t));
    append(pool_.data(), pool_.size());
    return out;
  }

  LemmaTrainerOptions options_;
  std::vector<Word> words_;
  std::set<std::pair<std::string, Upos>> stems_;
  std::map<GroupKey, std::map<std::string, Edit>> endings_;  // by the end, backwards
  std::map<WordKey, Edit> any_;
  std::map<WordKey, Edit> lower_;
  std::map<WordKey, Edit> exact_;
  std::vector<Slot> slots_;
  std::map<Edit, std::uint16_t> rule_ids_;
  std::vector<Rule> rules_;
  std::string pool_;
};

}  // namespace

namespace {

bool is_vowel(char c) { return std::string_view("aeiou").find(c) != std::string_view::npos; }

// The forms of a regular verb, by the rules of spelling: "tie": tied, tying, ties.
void add_regular_verb(std::string_view lemma, bool doubled, std::vector<ListedWord>& out) {
  const std::string whole(lemma);
  const bool e = whole.ends_with('e');
  const bool y = whole.size() > 1 && whole.ends_with('y') && !is_vowel(whole[whole.size() - 2]);
  const std::string cut = whole.substr(0, whole.size() - 1);
  const std::string stem = doubled ? whole + whole.back() : whole;
  const std::string past = e ? whole + "d" : y ? cut + "ied" : stem + "ed";
  const bool keeps_e = whole.ends_with("ee") || whole.ends_with("oe") || whole.ends_with("ye");
  const std::string gerund = whole.ends_with("ie") ? whole.substr(0, whole.size() - 2) + "ying"
                             : e && !keeps_e       ? cut + "ing"
                                                   : stem + "ing";
  const bool hisses = whole.ends_with('s') || whole.ends_with('x') || whole.ends_with('z') || whole.ends_with("ch") ||
                      whole.ends_with("sh");
  const std::string third = y ? cut + "ies" : hisses ? whole + "es" : whole + "s";
  out.push_back({past, Upos::Verb, "Tense=Past|VerbForm=Fin", whole});
  out.push_back({past, Upos::Verb, "Tense=Past|VerbForm=Part", whole});
  out.push_back({gerund, Upos::Verb, "VerbForm=Ger", whole});
  out.push_back({gerund, Upos::Verb, "Tense=Pres|VerbForm=Part", whole});
  out.push_back({third, Upos::Verb, "Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", whole});
}

}  // namespace

std::vector<ListedWord> read_listed_words(std::string_view text) {
  std::vector<ListedWord> out;
  RowReader rows("listed words", text);
  const auto add = [&](std::string_view forms, Upos upos, const char* features) {
    for (const std::string_view form : split(forms, ' ')) {
      out.push_back({std::string(form), upos, features, std::string(rows.columns()[1])});
    }
  };
  while (rows.next()) {
    const std::span<const std::string_view> columns = rows.columns();
    if (columns[0] == "verb" && columns.size() == 4) {
      add(columns[2], Upos::Verb, "Tense=Past|VerbForm=Fin");
      add(columns[3], Upos::Verb, "Tense=Past|VerbForm=Part");
    } else if (columns[0] == "noun" && columns.size() == 3) {
      add(columns[2], Upos::Noun, "Number=Plur");
    } else if ((columns[0] == "regular" || columns[0] == "doubling") && columns.size() == 2) {
      for (const std::string_view lemma : split(columns[1], ' ')) {
        add_regular_verb(lemma, columns[0] == "doubling", out);
      }
    } else {
      rows.fail("'" + std::string(rows.line()) + "'",
                "a verb with two kinds of forms, a noun with one, or a row of regular verbs");
    }
  }
  return out;
}

LemmaSection train_lemmas(const std::vector<Treebank>& treebanks, const std::vector<ListedWord>& listed,
                          const LemmaTrainerOptions& options) {
  LemmaTrainer trainer(options);
  for (const Treebank& bank : treebanks) {
    trainer.add(bank);
  }
  for (const ListedWord& word : listed) {
    trainer.add(word);
  }
  return trainer.train();
}

}  // namespace entente::train
