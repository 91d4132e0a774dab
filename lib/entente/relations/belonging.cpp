#include <entente/relations/belonging.hpp>

#include <algorithm>

#include <entente/base/error.hpp>
#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/relations/arguments.hpp>

namespace entente::inline v0_1 {

namespace {

Frame frame_of(const RelationTypes& types, std::string_view type, std::string pattern, std::string predicate) {
  const auto id = types.find(type);
  if (!id) {
    throw Error(ErrorCode::BadFormat, {.file = "lexicon/relation_types.tsv",
                                       .problem = "found no type \"" + std::string(type) + "\"",
                                       .expected = "the types of belonging that titles and nationalities make"});
  }
  Frame frame;
  frame.type = *id;
  frame.pattern = std::move(pattern);
  frame.predicate = std::move(predicate);
  return frame;
}

bool is_modifier(Deprel d) {
  return d == Deprel::Amod || d == Deprel::Compound || d == Deprel::NmodDesc || d == Deprel::NmodUnmarked ||
         d == Deprel::Flat;
}

// Reads the words next to each mention.
class BelongingMatcher {
 public:
  BelongingMatcher(const Reading& reading, const BelongingWords& words, std::vector<Match>& out)
      : r_(reading), words_(words), out_(out), of_sport_(is_of_sport(reading)) {}

  void titles() {
    for (const auto& title : r_.actors.titles) {
      const Frame* frame = title.office == "counterpart" ? counterpart(title) : nullptr;
      frame = frame != nullptr ? frame : words_.office(title.office, title.former);
      if (title.holder == None || frame == nullptr) {
        continue;
      }
      const MentionId of = title.of;
      const TokenId anchor = title.tokens.empty() ? mention(title.holder).head : title.tokens.end - 1;
      if (of != None && !is_hyphenated(of) && !is_deputy(title) && !is_inside_another(of, anchor)) {
        put(*frame_within(*frame, title, of), anchor, title.tokens, title.holder, of);
      }
    }
  }

  void mentions() {
    for (MentionId m = 0; m < r_.actors.mentions.size(); ++m) {
      const auto& it = mention(m);
      if (it.actor == None || it.head == None || (it.form != MentionForm::Name && it.form != MentionForm::Metonym)) {
        continue;
      }
      match_modifiers(m, it.head);
      owners(m);
      in_brackets(m);
      match_affiliation(m);
    }
  }

  // "Baltimore-based Under Armour", "the Islamabad-based analyst Tahir Khan": matched on words, because the parser is
  // unreliable here.
  void match_based_in() {
    for (TokenId t = 0; t < r_.words.size(); ++t) {
      if (r_.form(t) != "based" || r_.form(r_.before(t)) != "-") {
        continue;
      }
      const auto seat = actor_at(r_.before(t, 2));
      if (seat == None || !is_land(seat)) {
        continue;
      }
      constexpr TokenId Reach = 6;
      for (TokenId i = r_.after(t);
           i != None && i <= t + Reach && r_.upos(i) != Upos::Verb && (r_.upos(i) != Upos::Punct || r_.form(i) == ",");
           i = r_.after(i)) {
        const auto m = actor_at(i);
        if (m != None && mention(m).form == MentionForm::Name) {
          put(words_.located, t, {}, m, seat);
          break;
        }
      }
    }
  }

 private:
  // Is the article about sport? It is if two sentences in five have a word of sport.
  static bool is_of_sport(const Reading& r) {
    const auto sport = r.lexicon.context_named("sport");
    const auto has = std::count_if(r.contexts.begin(), r.contexts.end(),
                                   [&](std::uint8_t contexts) { return (contexts & sport) != 0; });
    return 5 * static_cast<std::size_t>(has) >= 2 * r.contexts.size();
  }

  // May the mention have members? In sport a place is a club: "Dortmund".
  bool is_club(MentionId m) const {
    return kind(m) == ActorKind::Organisation || (of_sport_ && kind(m) == ActorKind::Place);
  }

  // "the head of the German employers", "of Portugal's railways": the office belongs to these. A country counts only
  // before the office, or before an organisation.
  bool is_inside_another(MentionId m, TokenId office) const {
    const TokenId noun = r_.head(mention(m).head);
    constexpr auto Bodies = bits(Standing::Body) | bits(Standing::Kind) | bits(Standing::Seat);
    const bool owns = mention(m).form == MentionForm::Adjective || r_.deprel(mention(m).head) == Deprel::NmodPoss;
    return owns && noun != None && mention(m).head > office && r_.sentence_of[noun] == r_.sentence_of[office] &&
           noun != office && r_.is_noun(noun) && !is_same_actor(noun, m) &&
           (r_.lexicon.standing(r_.words[noun]) & Bodies) == 0;
  }

  // "Portugal's government": the noun means the country itself, or is a name of its own.
  bool is_same_actor(TokenId noun, MentionId m) const {
    const MentionId other = r_.mention_at(noun);
    return other != None && (mention(other).form == MentionForm::Name || mention(other).actor == mention(m).actor);
  }

  bool is_party(MentionId m) const {
    return kind(m) == ActorKind::Organisation &&
           words_.is_party(r_.lexicon.words(), r_.actors.actors[mention(m).actor].name);
  }

  // "Putin met his Japanese counterpart": the office in Japan is the one that Putin holds in Russia.
  const Frame* counterpart(const Title& title) const {
    constexpr TokenId Reach = 4;  // "his Japanese counterpart", "Putin's Japanese counterpart"
    for (TokenId distance = 1; distance <= Reach; ++distance) {
      const auto m = actor_at(r_.before(title.tokens.begin, distance));
      if (m != None && kind(m) == ActorKind::Person) {
        return office_in_country(mention(m).actor, title.former);
      }
    }
    return nullptr;
  }
  const Frame* office_in_country(ActorId actor, bool former) const {
    for (const auto& title : r_.actors.titles) {
      const Frame* frame = words_.office(title.office, former);
      if (frame != nullptr && title.holder != None && mention(title.holder).actor == actor && title.of != None &&
          kind(title.of) == ActorKind::Country) {
        return frame;
      }
    }
    return nullptr;
  }

  // "the German-born empress": she is not an empress of Germany.
  bool is_hyphenated(MentionId m) const {
    const TokenId hyphen = r_.after(mention(m).tokens);
    return r_.form(hyphen) == "-" && r_.deprel(r_.after(hyphen)) == Deprel::Amod;
  }

  // "Portugal's military intelligence chief", "the CIA station chief": the chief leads only a part of Portugal or the
  // CIA.
  bool is_of_field(const Title& title, MentionId of) const {
    const bool has_fields = kind(of) == ActorKind::Country || kind(of) == ActorKind::Organisation;
    const TokenId before = r_.before(title.tokens);
    const auto inside = r_.mention_at(before);
    return has_fields && r_.upos(before) == Upos::Noun && (inside == None || mention(inside).form != MentionForm::Name);
  }

  // Who heads only a part of the body does not lead it.
  const Frame* frame_within(const Frame& frame, const Title& title, MentionId of) const {
    if (frame.type != words_.office("leader")->type) {
      return &frame;
    }
    if (is_of_field(title, of) || (is_of_field_within(title, of) && kind(of) != ActorKind::Organisation)) {
      return words_.office("representative", title.former);
    }
    return is_of_field_within(title, of) ? words_.office("member", title.former) : &frame;
  }

  // "the director of operations at Siemens", "the director for debt at the central bank"
  bool is_of_field_within(const Title& title, MentionId of) const {
    const TokenId preposition = r_.after(title.tokens);
    if (r_.form(preposition) != "of" && r_.form(preposition) != "for") {
      return false;
    }
    TokenId field = r_.after(preposition);
    while (field != None && field < mention(of).tokens.begin && !r_.is_noun(field)) {
      field = r_.after(field);
    }
    return field != None && field < mention(of).tokens.begin && r_.mention_at(field) == None;
  }

  // Does a word before the office make it a lower one: "deputy regional leader"?
  bool is_deputy(const Title& title) const {
    for (TokenId before = r_.before(title.tokens); before != None; before = r_.before(before)) {
      if ((r_.lexicon.standing(r_.words[before]) & bits(Standing::Deputy)) != 0) {
        return true;
      }
      if (r_.upos(before) != Upos::Adj || actor_at(before) != None) {
        return false;
      }
    }
    return false;
  }

  const Mention& mention(MentionId m) const { return r_.actors.mentions[m]; }
  ActorKind kind(MentionId m) const { return r_.actors.actors[mention(m).actor].kind; }
  bool is_land(MentionId m) const { return kind(m) == ActorKind::Country || kind(m) == ActorKind::Place; }

  MentionId actor_at(TokenId t) const {
    const auto m = r_.mention_at(t);
    return m == None || mention(m).actor == None ? None : m;
  }

  void put(const Frame& frame, TokenId anchor, Span predicate, MentionId source, MentionId target) {
    if (mention(source).actor != mention(target).actor) {
      out_.push_back(
          {&frame, anchor, false, {source, mention(source).head}, {target, mention(target).head}, predicate, true});
    }
  }

  // "German carmaker Audi", "Germany's Adidas", "the German journalist Anna Roe"
  void match_modifiers(MentionId m, TokenId head) {
    for (const TokenId c : r_.children(head)) {
      if (c > head) {
        break;
      }
      const auto d = r_.deprel(c);
      if (d == Deprel::NmodPoss) {
        if (const auto owner = actor_at(c); owner != None) {
          possessed(m, owner, c);
        }
      } else if (is_modifier(d)) {
        modified(m, c, false);
        if (r_.is_noun(c) && actor_at(c) == None && !is_shared_out(c, head)) {
          // "German carmaker": the modifier of the description
          for (const TokenId cc : r_.children(c)) {
            if (cc < c && is_modifier(r_.deprel(cc))) {
              modified(m, cc, true);
            }
          }
        }
      }
    }
  }

  // "Togolese and Peruvian Presidents Roe and Doe": the two countries belong to different persons.
  bool is_shared_out(TokenId description, TokenId name) const {
    const auto children = r_.children(description);
    const auto lands = std::count_if(children.begin(), children.end(), [&](TokenId c) {
      const MentionId m = is_modifier(r_.deprel(c)) ? actor_at(c) : None;
      return m != None && is_land(m);
    });
    return lands > 1 && r_.child(name, Deprel::Conj) != None;
  }

  void possessed(MentionId m, MentionId owner, TokenId at) {
    if (kind(m) == ActorKind::Person) {
      if (is_club(owner)) {
        put(words_.member, at, {}, m, owner);  // "Schalke's Raul"
      }
      return;
    }
    if (kind(owner) == ActorKind::Person && ((of_sport_ && is_club(m)) || is_party(m))) {
      put(words_.member, at, {}, owner, m);  // "Otto Brandt's Hamburg", "Holm's Social Democratic Party"
      return;
    }
    if (kind(m) == ActorKind::Organisation && (is_land(owner) || kind(owner) == ActorKind::Organisation)) {
      put(is_land(owner) ? of_land(m) : words_.part, at, {}, m, owner);
    } else if (kind(m) == ActorKind::Place && is_land(owner)) {
      put(words_.located, at, {}, m, owner);
    }
  }

  // A ministry is part of its country; a company is located in it.
  const Frame& of_land(MentionId m) const {
    return r_.actors.actors[mention(m).actor].private_body ? words_.located : words_.part;
  }

  void modified(MentionId m, TokenId at, bool described) {
    const auto land = actor_at(at);
    const bool in_name = land != None && mention(m).name.contains(at);
    if (land == None || !is_land(land) || (in_name && kind(m) != ActorKind::Organisation)) {
      return;  // the French Foreign Ministry is French
    }
    if (r_.document.form(mention(land).tokens.end) == "-") {
      return;  // "the Delhi-Islamabad border"
    }
    switch (kind(m)) {
      case ActorKind::Person:
        if (mention(land).form == MentionForm::Adjective && described && kind(land) == ActorKind::Country) {
          put(words_.citizen, at, {}, m, land);
        }
        break;
      case ActorKind::Organisation:
        put(of_land(m), at, {}, m, land);
        break;
      case ActorKind::Place:
        put(words_.located, at, {}, m, land);
        break;
      default:
        break;
    }
  }

  // "DW's Milan Gagnon": a parser may attach the owner to any word of the name, or split "Bayern Munich's".
  void owners(MentionId m) {
    const Span name = mention(m).name;
    for (MentionId before = m; before-- > 0 && before + 3 > m;) {
      const auto& owner = mention(before);
      if (owner.actor != None && owner.tokens.end + 1 == name.begin && r_.upos(owner.tokens.end) == Upos::Part &&
          r_.deprel(owner.tokens.end) == Deprel::Case) {
        possessed(m, before, owner.tokens.end);
        return;
      }
    }
    for (TokenId t = name.begin; t < name.end; ++t) {
      for (const TokenId c : r_.children(t)) {
        if (t != mention(m).head && c < name.begin && r_.deprel(c) == Deprel::NmodPoss && actor_at(c) != None) {
          possessed(m, actor_at(c), c);
        }
      }
    }
  }

  // "Axel Fischer (CDU)"
  void in_brackets(MentionId m) {
    const TokenId open = r_.after(mention(m).tokens);
    if (kind(m) != ActorKind::Person || r_.form(open) != "(") {
      return;
    }
    const TokenId inside = r_.after(open);
    const auto other = actor_at(inside);
    if (other != None && kind(other) == ActorKind::Organisation && r_.form(r_.after(mention(other).tokens)) == ")") {
      put(words_.member, inside, {}, m, other);
    }
  }

  // "Yun Sun from the US think tank Stimson Center": matched on words, because the parser is unreliable among so
  // many names.
  void match_affiliation(MentionId m) {
    constexpr TokenId Reach = 9;
    const TokenId prep = r_.after(mention(m).tokens);
    if (kind(m) != ActorKind::Person || !is_affiliation_preposition(r_.form(prep))) {
      return;
    }
    for (TokenId t = r_.after(prep); t != None && t < prep + Reach; t = r_.after(t)) {
      const auto other = actor_at(t);
      if (other != None && kind(other) == ActorKind::Organisation && mention(other).form == MentionForm::Name) {
        put(words_.member, prep, {}, m, other);
        return;
      }
      const bool describes = other == None || mention(other).form == MentionForm::Adjective;
      const bool names = r_.upos(t) == Upos::Propn || r_.upos(t) == Upos::Noun || r_.upos(t) == Upos::Adj;
      const bool inside = r_.is_noun(r_.after(t));  // "think" of "think tank"
      if (!describes || !(names || r_.upos(t) == Upos::Det || inside) || r_.upos(t) == Upos::Punct) {
        return;
      }
    }
  }

  static bool is_affiliation_preposition(std::string_view form) {
    return form == "from" || form == "of" || form == "at" || form == "with";
  }

  const Reading& r_;
  const BelongingWords& words_;
  std::vector<Match>& out_;
  const bool of_sport_;
};

}  // namespace

BelongingWords::BelongingWords(const RelationTypes& types, Words& words)
    : citizen(frame_of(types, "citizen", "nationality", "from")),
      located(frame_of(types, "located", "place", "in")),
      part(frame_of(types, "part", "belongs to", "of")),
      member(frame_of(types, "member", "person of organisation", "of")) {
  read_offices(types);
  read_words(words);
}

// The fourth column of data/lexicon/offices.tsv is the relation that holding the office makes; it may be empty.
void BelongingWords::read_offices(const RelationTypes& types) {
  RowReader rows("lexicon/offices.tsv", resource("lexicon/offices.tsv"));
  while (rows.next()) {
    const auto columns = rows.columns();
    if (columns.size() < 5) {
      rows.fail("an office of " + std::to_string(columns.size()) + " columns",
                "office, other words, gender, relation, kind of what it is held for");
    }
    if (columns[3].empty()) {
      continue;
    }
    const auto type = types.find(columns[3]);
    if (!type) {
      rows.fail("\"" + std::string(columns[3]) + "\"", "a relation type of lexicon/relation_types.tsv, or nothing");
    }
    auto frame =
        std::find_if(office_frames_.begin(), office_frames_.end(), [&](const Frame& it) { return it.type == *type; });
    if (frame == office_frames_.end()) {
      frame = office_frames_.insert(frame, frame_of(types, columns[3], "office", ""));
      former_frames_.push_back(frame_of(types, columns[3], "former office", ""));
      former_frames_.back().status = Status::Ended;
    }
    offices_.push_back({std::string(columns[0]), static_cast<std::uint8_t>(frame - office_frames_.begin()),
                        columns[4] == "organisation"});
  }
  std::stable_sort(offices_.begin(), offices_.end(), [](const Office& x, const Office& y) { return x.name < y.name; });
}

void BelongingWords::read_words(Words& words) {
  RowReader rows("lexicon/belonging_words.tsv", resource("lexicon/belonging_words.tsv"));
  while (rows.next()) {
    const auto kind = rows.columns()[0];
    auto* const flags = kind == "party" ? &parties_ : kind == "transfer" ? &transfers_ : nullptr;
    if (rows.columns().size() < 2 || flags == nullptr) {
      rows.fail("\"" + std::string(rows.line()) + "\"", "party or transfer, and words");
    }
    for (const auto noun : split(rows.columns()[1], ' ')) {
      const auto id = words.add(noun);
      flags->resize(std::max<std::size_t>(flags->size(), id + std::size_t{1}));
      (*flags)[id] = 1;
    }
  }
}

const BelongingWords::Office* BelongingWords::find(std::string_view name) const {
  const auto at = std::lower_bound(offices_.begin(), offices_.end(), name,
                                   [](const Office& o, std::string_view n) { return o.name < n; });
  return at != offices_.end() && at->name == name ? &*at : nullptr;
}

const Frame* BelongingWords::office(std::string_view name, bool former) const {
  const Office* const found = find(name);
  return found == nullptr ? nullptr : &(former ? former_frames_ : office_frames_)[found->frame];
}

bool BelongingWords::is_of_organisation(std::string_view name) const {
  const Office* const found = find(name);
  return found != nullptr && found->of_organisation;
}

bool BelongingWords::is_party(const Words& words, std::string_view name) const {
  const auto forms = split(name, ' ');
  return std::any_of(forms.begin(), forms.end(), [&](std::string_view form) {
    const WordId word = words.find(form);
    return word < parties_.size() && parties_[word] != 0;
  });
}

void match_belonging(const Reading& reading, const BelongingWords& words, std::vector<Match>& out) {
  BelongingMatcher matcher(reading, words, out);
  matcher.titles();
  matcher.mentions();
  matcher.match_based_in();
}

}  // namespace entente
