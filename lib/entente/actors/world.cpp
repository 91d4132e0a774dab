#include <entente/actors/world.hpp>

#include <array>
#include <optional>
#include <utility>

#include <entente/base/rows.hpp>
#include <entente/model/resources.hpp>

namespace entente::inline v0_1 {

namespace {

std::string_view column(const RowReader& row, std::size_t index) {
  return index < row.columns().size() ? row.columns()[index] : std::string_view();
}

// Calls `each` with every part of "a|b|c".
template <typename Each>
void each_part(std::string_view text, const Each& each) {
  while (!text.empty()) {
    const auto part = text.substr(0, text.find('|'));
    text.remove_prefix(std::min(text.size(), part.size() + 1));
    if (!part.empty()) {
      each(part);
    }
  }
}

Trust take_trust(std::string_view& name) {
  if (name.starts_with('~')) {
    name.remove_prefix(1);
    return Trust::AfterAnother;
  }
  if (name.starts_with('?')) {
    name.remove_prefix(1);
    return Trust::IfTagged;
  }
  return Trust::Sure;
}

ActorGender gender_of(std::string_view text) {
  return text == "f" || text == "female" || text == "feminine" || text == "woman" ? ActorGender::Feminine
         : text == "m" || text == "male" || text == "masculine" || text == "man"  ? ActorGender::Masculine
                                                                                  : ActorGender::Unknown;
}

std::optional<ActorKind> kind_of(std::string_view text) {
  for (int k = 0; k <= static_cast<int>(ActorKind::Other); ++k) {
    if (actor_kind_name(static_cast<ActorKind>(k)) == text) {
      return static_cast<ActorKind>(k);
    }
  }
  return text == "organization" ? std::optional(ActorKind::Organisation) : std::nullopt;
}

// The classes of name_words.tsv; "honorific_m" and "honorific_f" are honorifics too.
struct NameWordClass {
  std::string_view name;
  bool NameWord::*flag;
};
constexpr std::array<NameWordClass, 51> NameWordClasses = {{{"honorific", &NameWord::honorific},
                                                            {"regal", &NameWord::regal},
                                                            {"particle", &NameWord::particle},
                                                            {"suffix", &NameWord::suffix},
                                                            {"degree", &NameWord::degree},
                                                            {"party_letter", &NameWord::party_letter},
                                                            {"organisation", &NameWord::organisation},
                                                            {"strong_organisation", &NameWord::strong_organisation},
                                                            {"place", &NameWord::place},
                                                            {"event", &NameWord::event},
                                                            {"work", &NameWord::work},
                                                            {"family_first", &NameWord::family_first},
                                                            {"motion", &NameWord::motion},
                                                            {"place_object", &NameWord::place_object},
                                                            {"place_noun", &NameWord::place_noun},
                                                            {"speech", &NameWord::speech},
                                                            {"weather", &NameWord::weather},
                                                            {"joint", &NameWord::joint},
                                                            {"person_noun", &NameWord::person_noun},
                                                            {"bodily_verb", &NameWord::bodily_verb},
                                                            {"between_noun", &NameWord::between_noun},
                                                            {"abstract", &NameWord::abstract},
                                                            {"utterance", &NameWord::utterance},
                                                            {"stance", &NameWord::stance},
                                                            {"power_object", &NameWord::power_object},
                                                            {"credit", &NameWord::credit},
                                                            {"learned", &NameWord::learned},
                                                            {"vague", &NameWord::vague},
                                                            {"elsewhere", &NameWord::elsewhere},
                                                            {"doubtful", &NameWord::doubtful},
                                                            {"linking", &NameWord::linking},
                                                            {"becoming", &NameWord::becoming},
                                                            {"noble", &NameWord::noble},
                                                            {"legal_form", &NameWord::legal_form},
                                                            {"trade", &NameWord::trade},
                                                            {"ship", &NameWord::ship},
                                                            {"storm", &NameWord::storm},
                                                            {"transfer", &NameWord::transfer},
                                                            {"pair", &NameWord::pair},
                                                            {"leaving", &NameWord::leaving},
                                                            {"removing", &NameWord::removing},
                                                            {"with_particle", &NameWord::with_particle},
                                                            {"away", &NameWord::away},
                                                            {"any_leader", &NameWord::any_leader},
                                                            {"language", &NameWord::language},
                                                            {"to_place", &NameWord::to_place},
                                                            {"before_noble", &NameWord::before_noble},
                                                            {"to_power", &NameWord::to_power},
                                                            {"of_stance", &NameWord::of_stance},
                                                            {"on_power", &NameWord::on_power},
                                                            {"former", &NameWord::former}}};

// For the error about a class that is not one of them.
std::string name_word_classes() {
  std::string names = "honorific_m, honorific_f, crowd, private, kin";
  for (const NameWordClass& it : NameWordClasses) {
    names.append(", ").append(it.name);
  }
  return names;
}

// Fills a World from the lexicons. The order matters: classes and countries before the files that refer to them.
class Loader {
 public:
  explicit Loader(World& world) : world_(world) {}

  void load(const std::string& user_actors, const std::string& name) {
    kind_words();
    countries();
    regions();
    places();
    organisations();
    seats();
    offices();
    persons();
    not_actors();
    name_words();
    speech_verbs();
    given_names();
    world_.pronoun_weights =
        read_pronoun_weights(resource("lexicon/pronoun_weights.tsv"), "lexicon/pronoun_weights.tsv");
    user(user_actors, name);
    world_.phrases.build();
  }

 private:
  static RowReader rows(const char* path) { return {path, resource(path)}; }

  static ActorKind kind_in(const RowReader& row, std::size_t index) {
    const auto kind = kind_of(column(row, index));
    if (!kind) {
      row.fail("the kind '" + std::string(column(row, index)) + "'",
               "person, country, organisation, place, group or other");
    }
    return *kind;
  }

  EntryId add_entry(WorldEntry entry) {
    world_.entries.push_back(entry);
    return static_cast<EntryId>(world_.entries.size() - 1);
  }

  void add_use(std::string_view phrase, Use use) {
    world_.phrases.add(phrase, static_cast<std::uint32_t>(world_.uses.size()));
    world_.uses.push_back(use);
  }

  void add_names(EntryId entry, std::string_view names, UseForm form = UseForm::Name) {
    each_part(names, [&](std::string_view name) {
      const Trust trust = take_trust(name);
      add_use(name, {entry, form, trust});
    });
  }

  // "Frenchman/Frenchmen|/French"
  void add_people(EntryId entry, std::string_view names) {
    each_part(names, [&](std::string_view name) {
      const auto slash = name.find('/');
      const auto one = name.substr(0, slash);
      const auto many = slash == std::string_view::npos ? std::string_view() : name.substr(slash + 1);
      if (!one.empty()) {
        add_use(one, {entry, UseForm::Citizen, Trust::Sure});
      }
      if (!many.empty()) {
        add_use(many, {entry, UseForm::People, Trust::Sure});
      }
    });
  }

  EntryId country(std::string_view name) const {
    const EntryId* found = by_name_.find(name);
    return found == nullptr ? None : *found;
  }

  Classes classes(std::string_view names) {
    Classes set;
    each_part(names, [&](std::string_view name) {
      if (!world_.classes.contains(name) && world_.classes.size() < set.size()) {
        world_.classes[name] = static_cast<std::uint8_t>(world_.classes.size());
      }
      if (const auto* bit = world_.classes.find(name); bit != nullptr) {
        set.set(*bit);
      }
    });
    return set;
  }

  void kind_words() {
    auto row = rows("lexicon/kind_words.tsv");
    while (row.next()) {
      KindWord word;
      word.kind = kind_in(row, 1);
      word.classes = column(row, 2) == "*" ? Classes() : classes(column(row, 2));
      word.form = column(row, 3) == "stands" ? KindForm::Stands
                  : column(row, 3) == "arm"  ? KindForm::Arm
                  : column(row, 3) == "part" ? KindForm::Part
                                             : KindForm::Other;
      world_.kind_words[column(row, 0)] = word;
    }
  }

  void countries() {
    auto row = rows("lexicon/countries.tsv");
    while (row.next()) {
      const auto id = add_entry({column(row, 0), ActorKind::Country, ActorGender::Unknown, classes(column(row, 6))});
      by_name_[column(row, 0)] = id;
      add_use(column(row, 0), {id, UseForm::Name, Trust::Sure});
      add_names(id, column(row, 1));
      add_names(id, column(row, 2), UseForm::Adjective);
      add_people(id, column(row, 3));
      each_part(column(row, 4), [&](std::string_view capital) {
        const Trust trust = take_trust(capital);
        const auto city = add_entry({capital, ActorKind::Place, ActorGender::Unknown, classes("city"), id});
        add_use(capital, {city, UseForm::Name, trust});
        add_use(capital, {id, UseForm::Capital, trust, city});
      });
    }
  }

  void regions() {
    auto row = rows("lexicon/regions.tsv");
    while (row.next()) {
      auto name = column(row, 0);
      const Trust trust = take_trust(name);
      const auto cls = column(row, 4);
      const bool group = cls == "group" || cls == "movement";
      WorldEntry entry{name, group ? ActorKind::Group : ActorKind::Place, ActorGender::Unknown, classes(cls)};
      entry.region = !group;
      const auto id = add_entry(entry);
      by_name_[name] = id;
      add_use(name, {id, UseForm::Name, trust});
      add_names(id, column(row, 1));
      add_names(id, column(row, 2), UseForm::Adjective);
      add_people(id, column(row, 3));
    }
  }

  void places() {
    auto row = rows("lexicon/places.tsv");
    while (row.next()) {
      auto name = column(row, 0);
      const Trust trust = take_trust(name);
      WorldEntry entry{name, ActorKind::Place, ActorGender::Unknown, classes(column(row, 2)), country(column(row, 3))};
      entry.region = column(row, 2) == "region";
      const auto id = add_entry(entry);
      add_use(name, {id, UseForm::Name, trust});
      add_names(id, column(row, 1));
    }
  }

  void organisations() {
    auto row = rows("lexicon/organisations.tsv");
    while (row.next()) {
      auto name = column(row, 0);
      const Trust trust = take_trust(name);
      const auto cls = column(row, 2);
      const bool group = cls == "separatists";
      const auto id = add_entry({name, group ? ActorKind::Group : ActorKind::Organisation, ActorGender::Unknown,
                                 classes(cls), country(column(row, 3))});
      by_name_[name] = id;
      add_use(name, {id, UseForm::Name, trust});
      add_names(id, column(row, 1));
    }
  }

  void seats() {
    auto row = rows("lexicon/seats.tsv");
    while (row.next()) {
      const auto stands_for = country(column(row, 2));
      if (stands_for == None) {
        row.fail("'" + std::string(column(row, 2)) + "'", "a name of another lexicon");
      }
      const UseForm form = column(row, 3) == "always" ? UseForm::Seat : UseForm::ActingSeat;
      add_names(stands_for, column(row, 0), form);
      add_names(stands_for, column(row, 1), form);
    }
  }

  void persons() {
    auto row = rows("lexicon/persons.tsv");
    while (row.next()) {
      const auto names = column(row, 1);
      const auto id = add_entry({names.substr(0, names.find('|')), ActorKind::Person, gender_of(column(row, 0))});
      add_names(id, names, UseForm::Person);
      if (!column(row, 2).empty()) {
        leader(names, row);
      }
    }
  }

  // Reads the columns for the country that the person leads or has led, and the offices.
  void leader(std::string_view names, const RowReader& row) {
    KnownLeader leader{country(column(row, 2)), {}};
    if (leader.country == None) {
      row.fail("the country '" + std::string(column(row, 2)) + "'", "a name of lexicon/countries.tsv");
    }
    each_part(column(row, 3), [&](std::string_view office) {
      const OfficeId* found = world_.office_words.find(office);
      if (found == nullptr) {
        row.fail("the office '" + std::string(office) + "'", "one of lexicon/offices.tsv");
      }
      leader.offices.push_back(*found);
    });
    each_part(names, [&](std::string_view name) {
      take_trust(name);
      world_.leader_names[name] = static_cast<std::uint32_t>(world_.leaders.size());
    });
    world_.leaders.push_back(std::move(leader));
  }

  void not_actors() {
    auto row = rows("lexicon/not_actors.tsv");
    while (row.next()) {
      if (column(row, 0) == "language") {
        continue;  // the sentence distinguishes it from the nationality
      }
      each_part(column(row, 1), [&](std::string_view name) { add_use(name, {None, UseForm::NoActor, Trust::Sure}); });
    }
  }

  void offices() {
    constexpr std::array<std::pair<std::string_view, OfficeTie>, 8> Ties = {{{"", OfficeTie::Nothing},
                                                                             {"leads", OfficeTie::Leads},
                                                                             {"represents", OfficeTie::Represents},
                                                                             {"member", OfficeTie::Member},
                                                                             {"advises", OfficeTie::Advises},
                                                                             {"founds", OfficeTie::Founds},
                                                                             {"owns", OfficeTie::Owns},
                                                                             {"citizen", OfficeTie::Citizen}}};
    auto row = rows("lexicon/offices.tsv");
    while (row.next()) {
      Office office{column(row, 0), gender_of(column(row, 2))};
      const auto* const tie =
          std::find_if(Ties.begin(), Ties.end(), [&](const auto& it) { return it.first == column(row, 3); });
      if (tie == Ties.end()) {
        row.fail("the relation '" + std::string(column(row, 3)) + "'",
                 "leads, represents, member, advises, founds, owns, citizen or nothing");
      }
      office.tie = tie->second;
      office.of = column(row, 4) == "any" || column(row, 4).empty() ? ActorKind::Other : kind_in(row, 4);
      const auto id = static_cast<OfficeId>(world_.offices.size());
      world_.offices.push_back(office);
      world_.office_words[office.name] = id;
      each_part(column(row, 1), [&](std::string_view word) { world_.office_words[word] = id; });
    }
  }

  void name_words() {
    auto row = rows("lexicon/name_words.tsv");
    while (row.next()) {
      const auto cls = column(row, 0);
      if (cls == "crowd") {
        world_.crowds |= classes(column(row, 1));
        continue;
      }
      if (cls == "private") {
        world_.private_bodies |= classes(column(row, 1));
        continue;
      }
      if (cls == "kin") {
        const std::string_view first = column(row, 1).substr(0, column(row, 1).find('|'));
        each_part(column(row, 1), [&](std::string_view word) { world_.kin[word] = first; });
        continue;
      }
      each_part(column(row, 1), [&](std::string_view word) { set_name_word(row, cls, world_.name_words[word]); });
    }
  }

  static void set_name_word(const RowReader& row, std::string_view cls, NameWord& word) {
    if (cls.starts_with("honorific_")) {
      word.honorific = true;
      word.gender = gender_of(cls.substr(10));
      return;
    }
    const auto* const known = std::find_if(NameWordClasses.begin(), NameWordClasses.end(),
                                           [&](const NameWordClass& it) { return it.name == cls; });
    if (known == NameWordClasses.end()) {
      row.fail("the class '" + std::string(cls) + "'", name_word_classes());
    }
    word.*(known->flag) = true;
    word.organisation = word.organisation || word.strong_organisation;
    word.suffix = word.suffix || word.degree;
  }

  // Verbs of saying are in status_words.tsv, since they also decide what a speaker claims.
  void speech_verbs() {
    auto row = rows("lexicon/status_words.tsv");
    while (row.next()) {
      if (column(row, 0) == "speech" || column(row, 0) == "denial") {
        for (const std::string_view verb : split(column(row, 2), ' ')) {
          world_.name_words[verb].speech = true;
        }
      }
    }
  }

  void given_names() {
    auto row = rows("lexicon/given_names.tsv");
    while (row.next()) {
      const auto gender = gender_of(column(row, 0));
      each_part(column(row, 2), [&](std::string_view name) { world_.given_names[name] = gender; });
    }
  }

  void user(const std::string& text, const std::string& name) {
    RowReader row(name, text);
    while (row.next()) {
      const auto what = column(row, 1);
      if (column(row, 0).empty()) {
        refuse(row);
      } else if (what == "not") {
        user_not(row);
      } else if (what == "same") {
        user_same(row);
      } else if (const auto kind = kind_of(what)) {
        user_actor(row, *kind);
      } else {
        refuse(row);
      }
    }
  }

  [[noreturn]] static void refuse(const RowReader& row) {
    row.fail("'" + std::string(row.line()) + "'",
             "name, type (person, country, organisation, place, group, other; not for what is no actor, "
             "same for names of one actor), aliases divided by '|', gender, country, with tabs between them");
  }

  void user_not(const RowReader& row) {
    add_use(column(row, 0), {None, UseForm::NoActor, Trust::User});
    each_part(column(row, 2), [&](std::string_view name) {
      add_use(trimmed(name), {None, UseForm::NoActor, Trust::User});
    });
  }

  void user_same(const RowReader& row) {
    SameNames same{column(row, 0), split(column(row, 2), '|')};
    if (same.others.empty()) {
      row.fail("'" + std::string(row.line()) + "'",
               "in the third column the names that mean '" + std::string(same.name) + "' too, divided by '|'");
    }
    world_.same_names.push_back(std::move(same));
  }

  void user_actor(const RowReader& row, ActorKind kind) {
    WorldEntry entry{column(row, 0), kind, gender_of(column(row, 3)), {}, country(column(row, 4))};
    entry.user = true;
    const auto id = add_entry(entry);
    add_use(entry.name, {id, UseForm::Name, Trust::Sure});
    each_part(column(row, 2), [&](std::string_view name) { add_use(trimmed(name), {id, UseForm::Name, Trust::Sure}); });
  }

  World& world_;
  WordTable<EntryId> by_name_{4096};
};

}  // namespace

World::World(const std::string& user_actors, const std::string& name) : user_text_(user_actors) {
  Loader(*this).load(user_text_, name);
}

const NameWord& World::name_word(std::string_view word) const {
  static const NameWord plain;
  const auto* found = name_words.find(word);
  return found == nullptr ? plain : *found;
}

std::string_view World::same_noun(std::string_view lemma) const {
  const auto* const found = kin.find(lemma);
  return found == nullptr ? lemma : *found;
}

Classes World::classes_of(std::string_view names) const {
  Classes set;
  each_part(names, [&](std::string_view name) {
    if (const auto* bit = classes.find(name); bit != nullptr) {
      set.set(*bit);
    }
  });
  return set;
}

}  // namespace entente
