#include <entente/actors/known_names.hpp>

#include <algorithm>
#include <array>
#include <optional>

#include <entente/actors/surface.hpp>

namespace entente::inline v0_1 {

namespace {

// The senses of one phrase.
struct Offer {
  Use name;
  Use later;  // counts only after another name of the same: a team that its city's name may mean
  Use adjective;
  Use citizen;
  Use people;
  Use capital;
  Use seat;
  Use person;
  bool no_actor = false;
  bool forbidden = false;  // the user says that it is not an actor
};

class Finder {
 public:
  explicit Finder(const Layers& layers) : layers_(layers), seen_(layers.world.entries.size(), 0) {}

  std::vector<Sighting> find() {
    for (SentenceId s = 0; s < layers_.document.sentences.size(); ++s) {
      if (layers_.is_prose[s] != 0) {
        sentence(layers_.document.sentences[s].tokens, layers_.in_capitals[s] != 0);
      }
    }
    std::erase_if(found_, [this](const Sighting& s) { return !counts(s); });
    return std::move(found_);
  }

 private:
  void sentence(Span tokens, bool shouting) {
    std::array<PhraseTable::Match, 3> matches;
    for (TokenId t = tokens.begin; t < tokens.end;) {
      TokenId next = t + 1;
      const auto count = layers_.world.phrases.find(layers_.document, t, tokens.end, shouting, matches);
      for (std::size_t i = 0; i < count; ++i) {
        if (const auto sighting = read(matches[i], shouting)) {
          if (sighting->entry != None && sighting->trust == Trust::Sure) {
            seen_[sighting->entry] = 1;
          }
          found_.push_back(*sighting);
          next = matches[i].tokens.end;
          break;
        }
      }
      t = next;
    }
  }

  bool counts(const Sighting& s) const {
    if (s.trust == Trust::Sure || s.entry == None) {
      return true;
    }
    if (s.form == UseForm::Capital && layers_.upos(s.tokens.end - 1) == Upos::Adj) {
      return false;  // "Male birds sing in the Maldives"
    }
    return seen_[s.entry] != 0 || (s.trust == Trust::IfTagged && is_tagged(s.tokens));
  }

  bool is_tagged(Span tokens) const {
    for (TokenId t = tokens.begin; t < tokens.end; ++t) {
      const NameId name = layers_.names.of_token.empty() ? None : layers_.names.of_token[t];
      if (name != None && layers_.names.names[name].kind != NameKind::Other) {
        return true;
      }
    }
    return false;
  }

  std::optional<Sighting> read(const PhraseTable::Match& match, bool shouting) const {
    const TokenId first = match.tokens.begin;
    if (shouting && match.tokens.size() == 1 && layers_.form(first).size() <= 4 && !layers_.is_noun(first)) {
      return std::nullopt;  // "WHO WANTS IT"
    }
    const Offer offer = offer_of(match.phrase);
    if (offer.forbidden) {
      return Sighting{match.tokens, None, None, UseForm::NoActor};
    }
    const auto use = [&](const Use& u) { return Sighting{match.tokens, u.entry, u.city, u.form, u.trust}; };
    if (offer.adjective.entry != None || offer.citizen.entry != None || offer.people.entry != None) {
      return read_nationality(match.tokens, offer);
    }
    if (offer.later.entry != None && seen_[offer.later.entry] != 0) {
      return use(offer.later);
    }
    if (offer.capital.entry != None) {
      Use capital = offer.capital;
      capital.city = offer.name.entry != None ? offer.name.entry : capital.city;  // the user's, where there is one
      return use(capital);
    }
    if (offer.name.entry != None) {
      return use(offer.name);
    }
    if (offer.later.entry != None) {
      return use(offer.later);
    }
    if (offer.seat.entry != None) {
      return use(offer.seat);
    }
    if (offer.person.entry != None) {
      return use(offer.person);
    }
    return offer.no_actor ? std::optional(Sighting{match.tokens, None, None, UseForm::NoActor}) : std::nullopt;
  }

  Offer offer_of(std::uint32_t phrase) const {
    Offer offer;
    for (const auto value : layers_.world.phrases.values_of(phrase)) {
      const Use& use = layers_.world.uses[value];
      switch (use.form) {
        case UseForm::Name:
          take(use.trust == Trust::AfterAnother ? offer.later : offer.name, use);
          break;
        case UseForm::Adjective:
          take(offer.adjective, use);
          break;
        case UseForm::Citizen:
          take(offer.citizen, use);
          break;
        case UseForm::People:
          take(offer.people, use);
          break;
        case UseForm::Capital:
          take(offer.capital, use);
          break;
        case UseForm::Seat:
        case UseForm::ActingSeat:
          take(offer.seat, use);
          break;
        case UseForm::Person:
          take(offer.person, use);
          break;
        case UseForm::NoActor:
          offer.no_actor = true;
          offer.forbidden = offer.forbidden || use.trust == Trust::User;
          break;
      }
    }
    return offer;
  }

  // Of several entries with one name ("Congo") the one that the text has mentioned before, or else the first. Entries
  // of the user's file win.
  void take(Use& have, const Use& use) const {
    const auto& entries = layers_.world.entries;
    const bool better = have.entry == None || entries[use.entry].user ||
                        (seen_[use.entry] != 0 && seen_[have.entry] == 0 && !entries[have.entry].user);
    if (better) {
      have = use;
    }
  }

  // "Russian" in "Russian aggression", "a Russian", "the Russians", "in Russian".
  std::optional<Sighting> read_nationality(Span tokens, const Offer& offer) const {
    const TokenId last = tokens.end - 1;
    const auto as = [&](const Use& u) { return Sighting{tokens, u.entry, None, u.form, u.trust}; };
    const bool modifies = is_modifier(last);
    if (offer.name.entry != None && !(modifies && offer.adjective.entry != None)) {
      return as(offer.name);  // "the US wants"
    }
    if (offer.adjective.entry != None && modifies) {
      return as(offer.adjective);
    }
    if (is_language(tokens)) {
      return std::nullopt;
    }
    if (offer.people.entry != None) {
      return as(offer.people);
    }
    if (offer.citizen.entry != None) {
      return as(offer.citizen);
    }
    return as(offer.adjective);
  }

  // "in German", "speaks French"
  bool is_language(Span tokens) const {
    return layers_.world.name_word(layers_.lemma(layers_.before(tokens))).language;
  }

  // Does t modify a noun after it, or is it a predicate adjective?
  bool is_modifier(TokenId t) const {
    const Deprel d = layers_.deprel(t);
    if (d == Deprel::Amod) {
      return true;
    }
    const TokenId h = layers_.head(t);
    if (h == None) {
      return false;
    }
    const bool before_noun = h > t && layers_.is_noun(h) &&
                             (d == Deprel::Compound || d == Deprel::NmodDesc || d == Deprel::Nmod ||
                              d == Deprel::NmodUnmarked || d == Deprel::Flat || d == Deprel::Dep);
    const bool adjective = layers_.upos(t) == Upos::Adj && layers_.child(t, Deprel::Det) == None &&
                           layers_.child(t, Deprel::Case) == None && d != Deprel::Root;
    return before_noun || adjective || (d == Deprel::Conj && is_modifier(h));
  }

  const Layers& layers_;
  std::vector<std::uint8_t> seen_;  // one per entry: the text names it for sure
  std::vector<Sighting> found_;
};

}  // namespace

std::vector<Sighting> find_known_names(const Layers& layers) { return Finder(layers).find(); }

}  // namespace entente
