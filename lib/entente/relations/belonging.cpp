#include <entente/relations/belonging.hpp>

#include <algorithm>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>
#include <entente/relations/arguments.hpp>

namespace entente {

namespace {

Frame frame_of(const RelationTypes& types, std::string_view type, std::string pattern, std::string predicate) {
  Frame frame;
  frame.type = types.find(type);
  frame.pattern = std::move(pattern);
  frame.predicate = std::move(predicate);
  return frame;
}

constexpr std::array<std::string_view, 7> OfficeTypes = {"leads",  "represents", "member", "advises",
                                                         "founds", "owns",       "citizen"};

bool is_modifier(Deprel d) {
  return d == Deprel::Amod || d == Deprel::Compound || d == Deprel::NmodDesc || d == Deprel::NmodUnmarked ||
         d == Deprel::Flat;
}

// Reads what stands beside each mention.
class Beside {
 public:
  Beside(const Reading& reading, const BelongingWords& words, std::vector<Match>& out)
      : r_(reading), words_(words), out_(out), of_sport_(is_of_sport(reading)) {}

  void titles() {
    for (const auto& title : r_.actors.titles) {
      const Frame* frame = title.office == "counterpart" ? counterpart(title) : nullptr;
      frame = frame != nullptr ? frame : words_.office(title.office, title.former);
      if (title.holder == None || frame == nullptr) {
        continue;
      }
      const auto of = title.of != None ? title.of : named_before(title);
      const TokenId anchor = title.tokens.empty() ? mention(title.holder).head : title.tokens.end - 1;
      if (of != None && !is_chosen_from(r_, anchor, of) && !is_hyphenated(of) && !is_deputy(title) &&
          !is_inside_another(of, anchor)) {
        put(frame->type == words_.office("leader")->type && is_of_field(title, of)
                ? *words_.office("representative", title.former)
                : *frame,
            anchor, title.tokens, title.holder, of);
      }
    }
  }

  void mentions() {
    for (MentionId m = 0; m < r_.actors.mentions.size(); ++m) {
      const auto& it = mention(m);
      if (it.actor == None || it.head == None || (it.form != MentionForm::Name && it.form != MentionForm::Metonym)) {
        continue;
      }
      before(m, it.head);
      owners(m);
      after(m);
      in_brackets(m);
      above(m, it.head);
      house(m);
    }
  }

  // "Baltimore-based Under Armour", "the Islamabad-based analyst Tahir Khan": by the words, for parsers stumble here.
  void based() {
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
  // Is the article about sport? Two sentences in five have a word of it.
  static bool is_of_sport(const Reading& r) {
    const auto sport = r.lexicon.context_named("sport");
    const auto has = std::count_if(r.contexts.begin(), r.contexts.end(),
                                   [&](std::uint8_t contexts) { return (contexts & sport) != 0; });
    return 5 * static_cast<std::size_t>(has) >= 2 * r.contexts.size();
  }

  // Who may have members: in sport "Dortmund" is a club.
  bool is_club(MentionId m) const {
    return kind(m) == ActorKind::Organisation || (of_sport_ && kind(m) == ActorKind::Place);
  }

  // "the head of the German employers", "of Portugal's railways" heads these: a country counts before the office or a
  // body.
  bool is_inside_another(MentionId m, TokenId office) const {
    const TokenId noun = r_.head(mention(m).head);
    constexpr auto Bodies = bits(Standing::Body) | bits(Standing::Kind) | bits(Standing::Seat);
    const bool owns = mention(m).form == MentionForm::Adjective || r_.deprel(mention(m).head) == Deprel::NmodPoss;
    return owns && noun != None && mention(m).head > office && r_.sentence_of[noun] == r_.sentence_of[office] &&
           noun != office && r_.is_noun(noun) && !is_same_actor(noun, m) &&
           (r_.lexicon.standing(r_.words[noun]) & Bodies) == 0;
  }

  // "Portugal's government": the noun means the country itself, or has another name.
  bool is_same_actor(TokenId noun, MentionId m) const {
    const MentionId other = r_.mention_at(noun);
    return other != None && (mention(other).form == MentionForm::Name || mention(other).actor == mention(m).actor);
  }

  bool is_party(MentionId m) const {
    const auto words = split(r_.actors.actors[mention(m).actor].name, ' ');
    return kind(m) == ActorKind::Organisation && std::any_of(words.begin(), words.end(), [&](std::string_view word) {
             return words_.is_party(r_.lexicon.words().find(word));
           });
  }

  // "Anna Berg's Facebook page": the page is hers; but "his Horizon party" is Horizon.
  bool is_of_thing(MentionId m) const {
    const TokenId thing = r_.head(mention(m).head);
    return is_modifier(r_.deprel(mention(m).head)) && thing != None && thing >= mention(m).tokens.end &&
           (r_.lexicon.standing(r_.words[thing]) & bits(Standing::Kind)) == 0;
  }

  // "Putin met his Japanese counterpart": who holds in Japan what Putin holds in Russia.
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

  // "the German-born empress" is no empress of Germany.
  bool is_hyphenated(MentionId m) const {
    const TokenId hyphen = r_.after(mention(m).tokens);
    return r_.form(hyphen) == "-" && r_.deprel(r_.after(hyphen)) == Deprel::Amod;
  }

  // "Portugal's military intelligence chief" heads no more of Portugal than that, nor "the CIA station chief" the CIA.
  bool is_of_field(const Title& title, MentionId of) const {
    const bool has_fields = kind(of) == ActorKind::Country || kind(of) == ActorKind::Organisation;
    const TokenId before = r_.before(title.tokens);
    const auto inside = r_.mention_at(before);
    return has_fields && r_.upos(before) == Upos::Noun && (inside == None || mention(inside).form != MentionForm::Name);
  }

  // "deputy regional leader": where a word before the office makes another one of it.
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

  // "Hamburg keeper Jan Petersen": whose office it is stands right before it, whatever the tree says.
  MentionId named_before(const Title& title) const {
    const Span whole = mention(title.holder).tokens;
    if (title.tokens.empty() || title.tokens.begin <= whole.begin || !whole.contains(title.tokens.begin)) {
      return None;
    }
    for (TokenId t = whole.begin; t < title.tokens.begin; ++t) {
      const auto m = actor_at(t);
      if (m != None && mention(m).tokens.end == title.tokens.begin && is_club(m)) {
        return m;
      }
    }
    return None;
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

  bool holds_office_of(MentionId holder, MentionId of) const {
    return std::any_of(r_.actors.titles.begin(), r_.actors.titles.end(), [&](const Title& t) {
      return t.holder != None && t.of != None && mention(t.holder).actor == mention(holder).actor &&
             mention(t.of).actor == mention(of).actor;
    });
  }

  bool is_arm(MentionId m) const {
    const auto tokens = mention(m).tokens;
    for (TokenId t = tokens.begin; t < tokens.end && t < tokens.begin + 12; ++t) {
      const bool of_news = t > tokens.begin && r_.form(r_.before(t)) == "news";
      if (words_.is_arm(r_.words[t]) && !of_news) {
        return true;
      }
    }
    return false;
  }

  // "German carmaker Audi", "Germany's Adidas", "the German journalist Anna Roe"
  void before(MentionId m, TokenId head) {
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
        if (r_.is_noun(c) && actor_at(c) == None) {  // "German carmaker": the modifier of the description
          for (const TokenId cc : r_.children(c)) {
            if (cc < c && is_modifier(r_.deprel(cc)) && !words_.relates(r_.lexicon.noun_frames(r_.words[c]))) {
              modified(m, cc, true);
            }
          }
        }
      }
    }
  }

  void possessed(MentionId m, MentionId owner, TokenId at) {
    if (kind(m) == ActorKind::Person) {
      if (is_club(owner) && !holds_office_of(m, owner) && !relational(m)) {
        put(words_.member, at, {}, m, owner);  // "Schalke's Raul"
      }
      return;
    }
    if (kind(owner) == ActorKind::Person && ((of_sport_ && is_club(m)) || is_party(m)) && !relational(m)) {
      put(words_.member, at, {}, owner, m);  // "Otto Brandt's Hamburg", "Holm's Social Democratic Party"
      return;
    }
    if (relational(m)) {
      return;  // "Opel's parent company General Motors"
    }
    if (kind(m) == ActorKind::Organisation && (is_land(owner) || kind(owner) == ActorKind::Organisation)) {
      const bool arm = is_arm(m) || kind(owner) == ActorKind::Organisation;
      put(arm ? words_.part : words_.located, at, {}, m, owner);
    } else if (kind(m) == ActorKind::Place && is_land(owner)) {
      put(words_.located, at, {}, m, owner);
    }
  }

  // Is there a noun beside the name that tells how it stands to the other: "rival", "parent", "ally"?
  bool relational(MentionId m) const {
    const TokenId head = mention(m).head;
    if (r_.upos(head) == Upos::Noun && !r_.lexicon.noun_frames(r_.words[head]).empty()) {
      return true;
    }
    for (const TokenId c : r_.children(head)) {
      if (c < head && r_.is_noun(c) && is_modifier(r_.deprel(c)) && actor_at(c) == None) {
        if (!r_.lexicon.noun_frames(r_.words[c]).empty()) {
          return true;
        }
        for (const TokenId cc : r_.children(c)) {
          if (r_.is_noun(cc) && !r_.lexicon.noun_frames(r_.words[cc]).empty()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  void modified(MentionId m, TokenId at, bool described) {
    const auto land = actor_at(at);
    if (land == None || !is_land(land) || (mention(m).name.contains(at) && !is_arm(m))) {
      return;  // "the American Institute" is named so, wherever it is; the French Foreign Ministry is French
    }
    if (r_.document.form(mention(land).tokens.end) == "-") {
      return;  // "the Delhi-Islamabad border"
    }
    switch (kind(m)) {
      case ActorKind::Person:
        if (mention(land).form == MentionForm::Adjective && !holds_office_of(m, land) &&
            kind(land) == ActorKind::Country && (described || has_description(mention(m).head))) {
          put(words_.citizen, at, {}, m, land);
        }
        break;
      case ActorKind::Organisation:
        put(is_arm(m) ? words_.part : words_.located, at, {}, m, land);
        break;
      case ActorKind::Place:
        put(words_.located, at, {}, m, land);
        break;
      default:
        break;
    }
  }

  // "the German journalist Anna Roe": a noun says what she is, and it is no relation to Germany itself ("ally").
  bool has_description(TokenId head) const {
    if (r_.upos(head) == Upos::Noun) {  // the name hangs by its description
      return !words_.relates(r_.lexicon.noun_frames(r_.words[head]));
    }
    for (const TokenId c : r_.children(head)) {
      if (c < head && r_.is_noun(c) && is_modifier(r_.deprel(c)) && actor_at(c) == None) {
        return !words_.relates(r_.lexicon.noun_frames(r_.words[c]));
      }
    }
    return false;
  }

  // "the Stimson Center in Washington", "Yun Sun of the Stimson Center", "Paris, France"
  // "DW's Milan Gagnon": a parser may hang the owner by any word of the name, or tear "Bayern Munich's" apart.
  void owners(MentionId m) {
    const Span name = mention(m).name;
    if (kind(m) == ActorKind::Place && is_of_thing(m)) {
      return;  // "Ghana's Tokyo finalist": the finalist is Ghana's
    }
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

  void after(MentionId m) {
    const Span name = mention(m).name;
    for (TokenId t = name.begin; t < name.end; ++t) {
      for (const TokenId c : r_.children(t)) {
        const bool follows = c >= name.end && r_.quotations.same_voice(t, c);
        if (const auto other = follows ? named_at(c) : None; other != None) {
          after(m, c, other);
        }
      }
    }
  }

  // Who stands at the token; "the UIL union" is what it is called.
  MentionId named_at(TokenId t) const {
    if (actor_at(t) != None || (r_.lexicon.standing(r_.words[t]) & bits(Standing::Kind)) == 0) {
      return actor_at(t);
    }
    for (const TokenId c : r_.children(t)) {
      if (c < t && r_.deprel(c) == Deprel::Compound && actor_at(c) != None) {
        return actor_at(c);
      }
    }
    return None;
  }

  void after(MentionId m, TokenId c, MentionId other) {
    const auto d = r_.deprel(c);
    const auto prep = r_.prepositions[c];
    const bool unmarked = d == Deprel::Appos || d == Deprel::List || d == Deprel::NmodDesc || d == Deprel::NmodUnmarked;
    if (unmarked && kind(m) == ActorKind::Place && is_land(other) && prep == NoWord && next_to(m, other)) {
      put(words_.located, c, {}, m, other);
    } else if (d == Deprel::Nmod || d == Deprel::NmodUnmarked || (d == Deprel::Appos && prep != NoWord)) {
      if (!is_second(m, c)) {
        complement(m, other, c, r_.lexicon.words().text(prep));
      }
    }
  }

  // "a bank in Lima or a firm in Quito": the second place is another's.
  bool is_second(MentionId m, TokenId at) const {
    bool placed = false;
    bool another = false;
    for (TokenId t = mention(m).tokens.end; t < at; ++t) {
      const auto other = actor_at(t);
      if (other == None || mention(other).form != MentionForm::Name) {
        continue;
      }
      if (is_land(other)) {
        placed = placed || r_.prepositions[t] == r_.prepositions[at];
      } else {
        another = another || mention(other).actor != mention(m).actor;
      }
    }
    return placed && another;
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

  // "Yun Sun from the US think tank Stimson Center": by the words, for parsers lose their way among so many names.
  void house(MentionId m) {
    constexpr TokenId Reach = 9;
    const TokenId prep = r_.after(mention(m).tokens);
    if (kind(m) != ActorKind::Person || !is_house_preposition(r_.form(prep)) || is_transferred(m, r_.form(prep))) {
      return;
    }
    for (TokenId t = r_.after(prep); t != None && t < prep + Reach; t = r_.after(t)) {
      const auto other = actor_at(t);
      if (other != None && kind(other) == ActorKind::Organisation && mention(other).form == MentionForm::Name) {
        if (!holds_office_of(m, other)) {
          put(words_.member, prep, {}, m, other);
        }
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

  // "Ajax signed Luca Romano from Feyenoord"
  bool is_transferred(MentionId m, std::string_view prep) const {
    const TokenId name = mention(m).head;
    const TokenId verb = r_.head(name);
    const bool affected = r_.deprel(name) == Deprel::Obj || r_.deprel(name) == Deprel::NsubjPass;
    return prep == "from" && affected && verb != None && words_.is_transfer(r_.words[verb]);
  }

  static bool is_house_preposition(std::string_view form) {
    return form == "from" || form == "of" || form == "at" || form == "with";
  }

  // "the North Korean city of Wonsan"
  void above(MentionId m, TokenId head) {
    const TokenId noun = r_.head(head);
    if (kind(m) == ActorKind::Place && noun != None && noun < head && r_.is_noun(noun) && actor_at(noun) == None &&
        (r_.deprel(head) == Deprel::Appos ||
         (r_.deprel(head) == Deprel::Nmod && r_.prepositions[head] == r_.lexicon.of)) &&
        words_.is_ground(r_.words[noun])) {
      before(m, noun);
    }
  }

  // "Paris, France", and no long list of places.
  bool next_to(MentionId m, MentionId other) const {
    const TokenId comma = r_.after(mention(m).tokens);
    return r_.form(comma) == "," && mention(other).tokens.begin == comma + 1;
  }

  // "Presidents Rousseff of Brazil, Putin of Russia": Russia is the nearest one's, whatever the tree says.
  bool somebody_between(MentionId m, TokenId at) const {
    for (TokenId t = mention(m).tokens.end; t < at; ++t) {
      const auto other = named_at(t);
      if (other != None && kind(other) == ActorKind::Person && mention(other).actor != mention(m).actor) {
        return true;
      }
    }
    return false;
  }

  // "Prime Minister Singh of India" is the minister of it.
  bool has_title(MentionId m) const {
    return std::any_of(r_.actors.titles.begin(), r_.actors.titles.end(), [m](const Title& t) { return t.holder == m; });
  }

  void complement(MentionId m, MentionId other, TokenId at, std::string_view prep) {
    const auto k = kind(m);
    if (k == ActorKind::Person) {
      if (somebody_between(m, at) || is_transferred(m, prep)) {
        return;
      }
      if (kind(other) == ActorKind::Organisation && is_house_preposition(prep) && !holds_office_of(m, other)) {
        put(words_.member, at, {}, m, other);
      } else if (kind(other) == ActorKind::Country && (prep == "from" || (prep == "of" && !has_title(m))) &&
                 !holds_office_of(m, other)) {
        put(words_.citizen, at, {}, m, other);
      }
    } else if ((k == ActorKind::Organisation || k == ActorKind::Place) && is_land(other) && prep == "in") {
      put(words_.located, at, {}, m, other);
    } else if (k == ActorKind::Organisation && kind(other) == ActorKind::Organisation && prep == "of") {
      put(words_.part, at, {}, m, other);
    }
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
  for (std::size_t i = 0; i < OfficeTypes.size(); ++i) {
    office_frames_[i] = frame_of(types, OfficeTypes[i], "office", "");
    former_frames_[i] = frame_of(types, OfficeTypes[i], "former office", "");
    former_frames_[i].status = Status::Ended;
  }
  for (const auto& type : types.types) {
    belonging_.push_back(type.family == RelationFamily::Belonging);
  }
  RowReader offices("lexicon/offices.tsv", resource("lexicon/offices.tsv"));
  while (offices.next()) {
    for (std::size_t i = 0; i < OfficeTypes.size(); ++i) {
      const auto columns = offices.columns();
      if (std::find(columns.begin() + 1, columns.end(), OfficeTypes[i]) != columns.end()) {
        offices_.push_back({std::string(columns[0]), static_cast<std::uint8_t>(i), columns.back() == "organisation"});
        break;
      }
    }
  }
  std::stable_sort(offices_.begin(), offices_.end(), [](const Office& x, const Office& y) { return x.name < y.name; });
  RowReader rows("lexicon/belonging_words.tsv", resource("lexicon/belonging_words.tsv"));
  while (rows.next()) {
    const auto kind = rows.columns()[0];
    auto* const flags = kind == "arm"        ? &arms_
                        : kind == "ground"   ? &grounds_
                        : kind == "party"    ? &parties_
                        : kind == "transfer" ? &transfers_
                                             : nullptr;
    if (rows.columns().size() < 2 || flags == nullptr) {
      rows.fail("\"" + std::string(rows.line()) + "\"; expected arm, ground, party or transfer, and words");
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

bool BelongingWords::relates(std::span<const Frame* const> frames) const {
  return std::any_of(frames.begin(), frames.end(), [&](const Frame* f) { return !belonging_[f->type]; });
}

void match_belonging(const Reading& reading, const BelongingWords& words, std::vector<Match>& out) {
  Beside beside(reading, words, out);
  beside.titles();
  beside.mentions();
  beside.based();
}

}  // namespace entente
