#include <entente/actors/names.hpp>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

#include <entente/actors/credits.hpp>
#include <entente/actors/known_names.hpp>
#include <entente/actors/name_kinds.hpp>
#include <entente/actors/people.hpp>
#include <entente/actors/surface.hpp>
#include <entente/actors/tagged_names.hpp>
#include <entente/actors/untagged_names.hpp>

namespace entente::inline v0_1 {

namespace {

bool is_nationality(UseForm form) {
  return form == UseForm::Adjective || form == UseForm::Citizen || form == UseForm::People;
}

// Combines the names of the tagger and the lexicon: a name that both find is certain, others are weighed.
class Combiner {
 public:
  explicit Combiner(const Layers& layers)
      : layers_(layers),
        tagged_(with_untagged_names(layers, read_tagged_names(layers))),
        known_(find_known_names(layers)),
        used_(known_.size(), 0) {
    credits_ = find_credits(layers_, known_);
    const auto in_credit = [&](Span tokens) { return credits_[tokens.begin] != 0; };
    std::erase_if(tagged_, [&](const TaggedName& name) {
      return in_credit(name.tokens) ||
             (name.tokens.size() == 1 && names_people(layers_, name.tokens.begin) && is_some_people(name.tokens.begin));
    });
    std::erase_if(known_, [&](const Sighting& s) {
      const bool people = s.form == UseForm::People || s.form == UseForm::Citizen;
      return in_credit(s.tokens) || (people && is_some_people(s.tokens.begin));
    });
    used_.assign(known_.size(), 0);
  }

  std::vector<MentionDraft> combine() {
    for (const TaggedName& name : tagged_) {
      weigh(name);
    }
    for (std::size_t k = 0; k < known_.size(); ++k) {
      if (used_[k] == 0 && stands_alone(known_[k])) {
        is_surname_of_before(known_[k]) ? put({known_[k].tokens, ActorKind::Person, 1.0F, false})
                                        : put(known_[k], nullptr);
      }
    }
    std::stable_sort(out_.begin(), out_.end(), [](const MentionDraft& a, const MentionDraft& b) {
      return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
    });
    return std::move(out_);
  }

 private:
  // "two Palestinians" are not Palestine.
  bool is_some_people(TokenId t) const { return layers_.is_noun(t) && are_some_people(layers_, t); }

  // The lexicon's names that overlap the span.
  std::vector<std::size_t> overlapping(Span tokens) const {
    std::vector<std::size_t> result;
    auto at = std::partition_point(known_.begin(), known_.end(),
                                   [&](const Sighting& s) { return s.tokens.end <= tokens.begin; });
    for (; at != known_.end() && at->tokens.begin < tokens.end; ++at) {
      result.push_back(static_cast<std::size_t>(at - known_.begin()));
    }
    return result;
  }

  void weigh(TaggedName name) {
    auto overlaps = overlapping(name.tokens);
    for (const auto k : overlaps) {
      const Sighting& known = known_[k];
      if (known.tokens == name.tokens) {
        return same(name, k);
      }
      if (known.tokens.contains(name.tokens)) {
        return;  // the longer one of the lexicon stands
      }
    }
    if (!overlaps.empty() && name.kind != ActorKind::Person && take_apart(name, overlaps)) {
      return name.tokens.empty() ? void() : weigh(name);
    }
    for (const auto k : overlaps) {
      const bool inside = name.tokens.contains(known_[k].tokens);
      if (!inside && known_[k].tokens.size() > 1) {
        return;  // they cross: the lexicon is right more often
      }
      use_inside(name, k);
    }
    put(name);
  }

  // "Pakistan's Inter-Services Intelligence", "Stockholm, Sweden": splits off the lexicon's name if the two do not form
  // one name. Returns whether it did.
  bool take_apart(TaggedName& name, const std::vector<std::size_t>& overlaps) const {
    for (const auto k : overlaps) {
      const Span known = known_[k].tokens;
      if (known.begin > name.tokens.begin || known.end >= name.tokens.end || known_[k].form == UseForm::NoActor) {
        continue;
      }
      const auto next = layers_.form(known.end);
      if (next == "'s" || next == "\xE2\x80\x99s" || next == "'" || next == "," || next == "and") {
        name.tokens.begin = known.end + 1;
        return name.tokens.begin <= name.tokens.end;
      }
    }
    // "Russian Gazprom": the rest is a name of its own
    const Sighting& first = known_[overlaps.front()];
    if (overlaps.size() == 2 && is_nationality(first.form) && first.tokens.begin == name.tokens.begin &&
        known_[overlaps[1]].tokens == Span{first.tokens.end, name.tokens.end}) {
      name.tokens.begin = first.tokens.end;
      return true;
    }
    return false;
  }

  // The tagger and the lexicon have found the same words.
  void same(const TaggedName& name, std::size_t k) {
    used_[k] = 1;
    const Sighting& known = known_[k];
    if (known.form == UseForm::NoActor) {
      return;
    }
    const WorldEntry& entry = layers_.world.entries[known.entry];
    if (is_surname_of_before(known)) {
      return put({name.tokens, ActorKind::Person, name.confidence, false});
    }
    const bool person =
        name.kind == ActorKind::Person && known.form != UseForm::Person && !is_nationality(known.form) &&
        known.tokens.size() == 1 && !entry.user &&
        (title_words_before(layers_, layers_.sentence_tokens(name.tokens.begin).begin, name.tokens.begin) > 0 ||
         (layers_.world.given_names.contains(layers_.form(name.tokens.begin)) && entry.kind != ActorKind::Country));
    if (person) {
      put(name);  // "Mr Jordan"
    } else {
      put(known, &name);
    }
  }

  // "Washington praised" after "Denzel Washington met": the person, if the text names no other Washington and the word
  // is used as a place is not.
  bool is_surname_of_before(const Sighting& known) const {
    const TokenId t = known.tokens.begin;
    const auto joint = lower_case(layers_.form(layers_.before(t)));
    if (known.tokens.size() > 1 || !names_a_city(known) || layers_.deprel(t) != Deprel::Nsubj ||
        layers_.child(t, Deprel::Case) != None || layers_.world.name_word(joint).joint) {
      return false;
    }
    const auto named = [&](const Sighting& other) { return other.entry == known.entry && other.form != known.form; };
    return std::none_of(known_.begin(), known_.end(), named) &&
           std::any_of(tagged_.begin(), tagged_.end(), [&](const TaggedName& it) {
             return it.kind == ActorKind::Person && it.tokens.size() > 1 && it.tokens.end <= t &&
                    layers_.form(it.tokens.end - 1) == layers_.form(t);
           });
  }

  bool names_a_city(const Sighting& known) const {
    return known.form == UseForm::Capital ||
           (known.form == UseForm::Name && layers_.world.entries[known.entry].kind == ActorKind::Place &&
            !layers_.world.entries[known.entry].user);
  }

  // The lexicon's name is part of a longer one: only a nationality keeps a mention of its own.
  void use_inside(const TaggedName& name, std::size_t k) {
    const Sighting& known = known_[k];
    if (known.form == UseForm::Person) {
      hint_ = known.entry;
    }
    if (name.kind == ActorKind::Person || !is_nationality(known.form) || known.tokens.begin != name.tokens.begin) {
      used_[k] = 1;
    }
  }

  // A name that only the lexicon has found.
  bool stands_alone(const Sighting& known) const {
    if (known.form == UseForm::NoActor) {
      return false;
    }
    return known.form != UseForm::Person || layers_.upos(known.tokens.begin) == Upos::Propn || known.tokens.size() > 1;
  }

  void put(const Sighting& known, const TaggedName* name) {
    const WorldEntry& entry = layers_.world.entries[known.entry];
    MentionDraft draft;
    draft.tokens = draft.name = known.tokens;
    draft.kind = entry.kind;
    draft.certainty = entry.user ? 10.0F : 1.0F + (name == nullptr ? 0.0F : name->confidence);
    draft.entry = known.entry;
    draft.city = known.city;
    draft.use = known.form;
    draft.form =
        known.form == UseForm::Adjective || known.form == UseForm::Citizen ? MentionForm::Adjective : MentionForm::Name;
    draft.gender = entry.gender;
    draft.classes = entry.classes;
    draft.tagged = name != nullptr;
    draft.tagged_person = name != nullptr && name->kind == ActorKind::Person;
    if (known.form == UseForm::Person) {
      draft.entry = None;  // only a hint: who it is, the text says
    }
    put(draft);
  }

  void put(const TaggedName& name) {
    MentionDraft draft;
    draft.tokens = draft.name = name.tokens;
    draft.kind = name.kind;
    draft.certainty = name.confidence;
    draft.tagged = true;
    if (name.kind == ActorKind::Person && hint_ != None) {
      draft.gender = layers_.world.entries[hint_].gender;
    }
    hint_ = None;
    put(draft);
  }

  void put(const MentionDraft& draft) { out_.push_back(draft); }

  const Layers& layers_;
  std::vector<TaggedName> tagged_;
  std::vector<Sighting> known_;
  std::vector<std::uint8_t> used_;
  std::vector<std::uint8_t> credits_;  // one per token
  std::vector<MentionDraft> out_;
  EntryId hint_ = None;  // a known person inside the name at hand
};

// The token of the span that depends on a word outside it.
TokenId head_of_span(const Layers& layers, Span tokens) {
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {  // where a tree has a name in pieces: the one that takes part
    const Deprel d = layers.deprel(t);
    if ((d == Deprel::Nsubj || d == Deprel::NsubjPass || d == Deprel::Obj) && !tokens.contains(layers.head(t))) {
      return t;
    }
  }
  for (TokenId t = tokens.begin; t < tokens.end; ++t) {
    const TokenId head = layers.head(t);
    if ((head == None || !tokens.contains(head)) && layers.deprel(t) != Deprel::Punct &&
        layers.deprel(t) != Deprel::Case && layers.deprel(t) != Deprel::Det) {
      return t;
    }
  }
  return tokens.end - 1;
}

}  // namespace

FoundNames find_names(const Layers& layers) {
  auto [names, kind_decisions] = decide_kinds_of_names(layers, Combiner(layers).combine());
  MentionDrafts mentions{std::move(names), {}, {}};
  mentions.by_head.assign(layers.document.tokens.size(), None);
  mentions.name_of.assign(layers.document.tokens.size(), None);
  for (DraftId d = 0; d < mentions.size(); ++d) {
    MentionDraft& draft = mentions[d];
    draft.head = head_of_span(layers, draft.tokens);
    if (mentions.by_head[draft.head] == None || draft.form == MentionForm::Adjective) {
      mentions.by_head[draft.head] = d;
    }
    for (TokenId t = draft.tokens.begin; t < draft.tokens.end; ++t) {
      mentions.name_of[t] = d;  // a nationality inside a longer name comes later, and has its own word
    }
  }
  return {std::move(mentions), std::move(kind_decisions)};
}

}  // namespace entente
