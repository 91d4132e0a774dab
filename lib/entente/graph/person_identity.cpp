#include <entente/graph/person_identity.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <set>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <entente/actors/surface.hpp>
#include <entente/base/dates.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/known_persons.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/search_key.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr std::uint32_t Nobody = 0xffffffffU;
constexpr long Lifetime = 60L * 365L;  // days between articles that are not of one person

// How likely an article names one actor of such a kind, when nothing else is known: a person seldom, a country often.
double usual_share(ActorKind kind) {
  switch (kind) {
    case ActorKind::Person:
      return 0.01;
    case ActorKind::Organisation:
    case ActorKind::Group:
      return 0.03;
    case ActorKind::Country:
      return 0.25;
    case ActorKind::Place:
    case ActorKind::Other:
      break;
  }
  return 0.06;
}

long day_number(const std::string& date) {
  const auto day = calendar_day(date);
  return day ? std::chrono::sys_days(*day).time_since_epoch().count() : 0;
}

// Sightings of one full name.
struct Form {
  PersonName name;
  std::string shown;  // as it is written, or as the world knows him
  std::vector<std::uint32_t> sightings;
};

// Sightings that are one person's.
struct Person {
  std::string name{};  // the name that says most
  std::vector<std::uint32_t> sightings{};
  std::set<std::string> articles{};
  std::map<Company, unsigned> company{};  // in how many articles
  std::set<std::string> short_names{};    // spelling keys
  std::set<std::string> exact_names{};    // the same, as they are written
  std::map<std::string, unsigned> countries{};
  unsigned feminine = 0;
  unsigned masculine = 0;
  std::vector<long> days{};  // sorted
};

class Sets {
 public:
  explicit Sets(std::size_t size) : parent_(size) { std::iota(parent_.begin(), parent_.end(), 0U); }
  std::uint32_t find(std::uint32_t x) {
    while (parent_[x] != x) {
      x = parent_[x] = parent_[parent_[x]];
    }
    return x;
  }
  void unite(std::uint32_t a, std::uint32_t b) {
    a = find(a);
    b = find(b);
    parent_[std::max(a, b)] = std::min(a, b);
  }

 private:
  std::vector<std::uint32_t> parent_;
};

class Resolver {
 public:
  explicit Resolver(std::span<const PersonSighting> sightings) : all_(sightings), result_(sightings.size()) {
    order_.resize(all_.size());
    std::iota(order_.begin(), order_.end(), 0U);
    std::sort(order_.begin(), order_.end(), [this](std::uint32_t a, std::uint32_t b) {
      return std::tie(all_[a].article, all_[a].id) < std::tie(all_[b].article, all_[b].id);
    });
  }

  std::vector<PersonIdentity> run() {
    find_forms();
    join_forms();
    for (const auto& [block, members] : blocks_) {
      make_persons(members);
    }
    index_short_names();
    resolve_short_names();
    name_persons();
    return std::move(result_);
  }

 private:
  // --- full names ---

  void find_forms() {
    std::map<std::string, std::uint32_t> by_key;
    for (const std::uint32_t s : order_) {
      const std::string shown(known_.full_name(all_[s].name));
      PersonName name = parse_person_name(shown);
      if (name.single()) {
        short_.push_back(s);
        continue;
      }
      const auto [at, fresh] = by_key.emplace(form_key(name), static_cast<std::uint32_t>(forms_.size()));
      if (fresh) {
        blocks_[spelling_key(name.surname)].push_back(at->second);
        forms_.push_back({std::move(name), shown, {}});
      }
      forms_[at->second].sightings.push_back(s);
      form_of_[{all_[s].article, all_[s].id}] = at->second;
    }
  }

  static std::string form_key(const PersonName& name) {
    std::string key = name.surname + "," + name.suffix;
    for (const PersonName::Word& word : name.given) {
      key += (word.initials ? " ." : " ") + word.text;
    }
    return key;
  }

  // An article that relates two names to each other, or shows both, means two persons.
  bool are_apart(std::uint32_t a, std::uint32_t b) const {
    for (const std::uint32_t s : forms_[a].sightings) {
      for (const std::string& other : all_[s].related) {
        const auto at = form_of_.find({all_[s].article, other});
        if (at != form_of_.end() && at->second == b) {
          return true;
        }
      }
    }
    return false;
  }

  ActorGender gender_of(const Form& form) const {
    int balance = 0;
    for (const std::uint32_t s : form.sightings) {
      balance += all_[s].gender == ActorGender::Feminine ? 1 : all_[s].gender == ActorGender::Masculine ? -1 : 0;
    }
    return balance > 0 ? ActorGender::Feminine : balance < 0 ? ActorGender::Masculine : ActorGender::Unknown;
  }

  bool may_join(std::uint32_t a, std::uint32_t b) const {
    if (!may_be_same(forms_[a].name, forms_[b].name) || are_apart(a, b) || are_apart(b, a)) {
      return false;
    }
    const ActorGender x = gender_of(forms_[a]);
    const ActorGender y = gender_of(forms_[b]);
    return x == y || x == ActorGender::Unknown || y == ActorGender::Unknown;
  }

  // Each form joins those that it may be the same as, where these may be the same as each other; else the one that
  // stands far out among them by its articles; else none.
  void join_forms() {
    Sets sets(forms_.size());
    for (const auto& [block, members] : blocks_) {
      std::vector<std::uint32_t> sorted = members;
      std::sort(sorted.begin(), sorted.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::tuple(precision(forms_[a].name), form_key(forms_[a].name)) <
               std::tuple(precision(forms_[b].name), form_key(forms_[b].name));
      });
      for (const std::uint32_t form : sorted) {
        join_form(form, sorted, sets);
      }
    }
    for (std::uint32_t form = 0; form < forms_.size(); ++form) {
      root_.push_back(sets.find(form));
    }
  }

  void join_form(std::uint32_t form, const std::vector<std::uint32_t>& block, Sets& sets) const {
    constexpr std::size_t FarOut = 5;
    std::vector<std::uint32_t> candidates;
    for (const std::uint32_t other : block) {
      if (other != form && precision(forms_[other].name) >= precision(forms_[form].name) && may_join(form, other)) {
        candidates.push_back(other);
      }
    }
    const auto clash = [&](std::uint32_t a, std::uint32_t b) { return a != b && !may_join(a, b); };
    const auto clashes = [&](std::uint32_t a) {
      return std::any_of(candidates.begin(), candidates.end(), [&](std::uint32_t b) { return clash(a, b); });
    };
    if (std::none_of(candidates.begin(), candidates.end(), clashes)) {
      for (const std::uint32_t other : candidates) {
        sets.unite(form, other);
      }
      return;
    }
    for (const std::uint32_t best : candidates) {
      std::size_t against = 0;
      for (const std::uint32_t other : candidates) {
        against += clash(best, other) ? forms_[other].sightings.size() : 0;
      }
      if (forms_[best].sightings.size() >= FarOut * against) {
        sets.unite(form, best);
        return;
      }
    }
  }

  // --- one name, two persons ---

  void make_persons(const std::vector<std::uint32_t>& block) {
    std::map<std::uint32_t, std::vector<std::uint32_t>> by_root;
    for (const std::uint32_t form : block) {
      auto& sightings = by_root[root_[form]];
      sightings.insert(sightings.end(), forms_[form].sightings.begin(), forms_[form].sightings.end());
    }
    for (auto& [root, sightings] : by_root) {
      std::sort(sightings.begin(), sightings.end(), [this](std::uint32_t a, std::uint32_t b) {
        return std::tie(all_[a].article, all_[a].id) < std::tie(all_[b].article, all_[b].id);
      });
      for (const std::vector<std::uint32_t>& part : parted(sightings)) {
        add_person(part);
      }
    }
  }

  bool is_known(std::uint32_t s) const { return known_.is_full_name(all_[s].name); }

  static bool share_company(const PersonSighting& a, const PersonSighting& b) {
    std::vector<Company> both;
    std::set_intersection(a.company.begin(), a.company.end(), b.company.begin(), b.company.end(),
                          std::back_inserter(both));
    return std::any_of(both.begin(), both.end(), [](const Company& c) { return c.kind != ActorKind::Country; });
  }

  bool contradict(const PersonSighting& a, const PersonSighting& b) const {
    if (!a.date.empty() && !b.date.empty() && std::abs(day_number(a.date) - day_number(b.date)) > Lifetime) {
      return true;
    }
    return !a.country.empty() && !b.country.empty() && a.country != b.country && !a.description.empty() &&
           !b.description.empty() && search_key(a.description) != search_key(b.description) && !share_company(a, b);
  }

  // Whether two of them may contradict each other, without a look at each pair: of a name that a corpus is full of,
  // there are too many.
  bool may_contradict(const std::vector<std::uint32_t>& sightings) const {
    std::set<std::string_view> countries;
    std::set<long> days;
    for (const std::uint32_t s : sightings) {
      const PersonSighting& sighting = all_[s];
      if (!sighting.country.empty() && !sighting.description.empty()) {
        countries.insert(sighting.country);
      }
      if (!sighting.date.empty()) {
        days.insert(day_number(sighting.date));
      }
    }
    return countries.size() > 1 || (!days.empty() && *days.rbegin() - *days.begin() > Lifetime);
  }

  // The sightings of one name, apart where they contradict: those that share company, country or description hang
  // together; what hangs with nothing belongs to the largest part that it does not contradict.
  std::vector<std::vector<std::uint32_t>> parted(const std::vector<std::uint32_t>& sightings) const {
    const auto clashing = [&](std::uint32_t a) {
      return std::any_of(sightings.begin(), sightings.end(),
                         [&](std::uint32_t b) { return contradict(all_[a], all_[b]); });
    };
    if (sightings.size() < 2 || is_known(sightings.front()) || !may_contradict(sightings) ||
        std::none_of(sightings.begin(), sightings.end(), clashing)) {
      return {sightings};
    }
    const auto count = static_cast<std::uint32_t>(sightings.size());
    Sets sets(count);
    for (std::uint32_t i = 0; i < count; ++i) {
      for (std::uint32_t j = i + 1; j < count; ++j) {
        const PersonSighting& a = all_[sightings[i]];
        const PersonSighting& b = all_[sightings[j]];
        const bool alike = share_company(a, b) || (!a.country.empty() && a.country == b.country) ||
                           (!a.description.empty() && search_key(a.description) == search_key(b.description));
        if (alike && !contradict(a, b)) {
          sets.unite(i, j);
        }
      }
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
    for (std::uint32_t i = 0; i < count; ++i) {
      parts[sets.find(i)].push_back(sightings[i]);
    }
    return gathered(std::move(parts));
  }

  // Parts that contradict none of a larger one join it.
  std::vector<std::vector<std::uint32_t>> gathered(std::map<std::uint32_t, std::vector<std::uint32_t>> parts) const {
    std::vector<std::vector<std::uint32_t>> sorted;
    for (auto& [root, part] : parts) {
      sorted.push_back(std::move(part));
    }
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
    std::vector<std::vector<std::uint32_t>> result;
    for (std::vector<std::uint32_t>& part : sorted) {
      const auto home = std::find_if(result.begin(), result.end(), [&](const auto& larger) {
        return std::none_of(part.begin(), part.end(), [&](std::uint32_t a) {
          return std::any_of(larger.begin(), larger.end(),
                             [&](std::uint32_t b) { return contradict(all_[a], all_[b]); });
        });
      });
      if (home == result.end()) {
        result.push_back(std::move(part));
      } else {
        home->insert(home->end(), part.begin(), part.end());
      }
    }
    return result;
  }

  void add_person(const std::vector<std::uint32_t>& sightings) {
    Person person;
    person.sightings = sightings;
    for (const std::uint32_t s : sightings) {
      const PersonSighting& sighting = all_[s];
      const std::string_view full = known_.full_name(sighting.name);
      if (std::tuple(precision(parse_person_name(full)), person.name) >
          std::tuple(person.name.empty() ? 0U : precision(parse_person_name(person.name)), std::string(full))) {
        person.name = full;
      }
      person.articles.insert(sighting.article);
      for (const Company& company : sighting.company) {
        ++person.company[company];
      }
      for (const std::string& key : name_keys(sighting.name, sighting.aliases)) {
        person.short_names.insert(key);
      }
      add_exact(person, sighting);
      // "Xi", "JFK": nobody is found by these among surnames.
      for (const std::string& name_alone : known_.short_names(sighting.name)) {
        const std::string word = parse_person_name(name_alone).surname;
        person.short_names.insert(spelling_key(word));
        person.exact_names.insert(word);
      }
      if (!sighting.country.empty()) {
        ++person.countries[sighting.country];
      }
      person.feminine += sighting.gender == ActorGender::Feminine ? 1 : 0;
      person.masculine += sighting.gender == ActorGender::Masculine ? 1 : 0;
      if (!sighting.date.empty()) {
        person.days.push_back(day_number(sighting.date));
      }
      person_of_.emplace(s, static_cast<std::uint32_t>(persons_.size()));
    }
    std::sort(person.days.begin(), person.days.end());
    persons_.push_back(std::move(person));
  }

  static void add_exact(Person& person, const PersonSighting& sighting) {
    person.exact_names.insert(parse_person_name(sighting.name).surname);
    for (const std::string& alias : sighting.aliases) {
      if (const PersonName name = parse_person_name(alias); name.single()) {
        person.exact_names.insert(name.surname);
      }
    }
  }

  // --- short names ---

  void index_short_names() {
    for (std::uint32_t p = 0; p < persons_.size(); ++p) {
      for (const std::string& key : persons_[p].short_names) {
        bearers_[key].push_back(p);
      }
    }
  }

  struct Score {
    double value = 0.0;
    std::vector<std::string> grounds;
  };

  // How much speaks for this person, in natural logarithms of odds.
  std::optional<Score> score(const PersonSighting& s, const std::string& word, const Person& person) const {
    const bool clash = (s.gender == ActorGender::Feminine && person.masculine > person.feminine) ||
                       (s.gender == ActorGender::Masculine && person.feminine > person.masculine);
    if (clash) {
      return std::nullopt;
    }
    Score score;
    const double articles = static_cast<double>(person.articles.size());
    score.value = std::log(articles);
    score.grounds.push_back(fmt::format("{} is in {} article{}", person.name, articles, articles > 1 ? "s" : ""));
    if (!person.exact_names.contains(word)) {
      score.value -= 2.0;  // another spelling
    }
    if (search_key(known_.by_short_name(s.name)) == search_key(person.name)) {
      score.value += 3.0;
      score.grounds.emplace_back("known by this name");
    }
    if (person.articles.contains(s.article)) {
      score.value += 4.0;
      score.grounds.emplace_back("named in full in the same article");
    }
    const double company = company_score(s, person);
    score.value += company;
    if (company > 0.5) {
      score.grounds.emplace_back("seen with the same actors");
    }
    score.value += country_score(s, person) + date_score(s, person);
    return score;
  }

  static double company_score(const PersonSighting& s, const Person& person) {
    constexpr double Most = 6.0;
    const double articles = static_cast<double>(person.articles.size());
    double sum = 0.0;
    for (const Company& company : s.company) {
      if (const auto at = person.company.find(company); at != person.company.end()) {
        const double usual = usual_share(company.kind);
        sum += std::max(0.0, std::log((static_cast<double>(at->second) + usual) / (articles + 1.0) / usual));
      }
    }
    return std::min(Most, sum);
  }

  static double country_score(const PersonSighting& s, const Person& person) {
    if (s.country.empty() || person.countries.empty()) {
      return 0.0;
    }
    return person.countries.contains(s.country) ? 1.0 : -3.0;
  }

  static double date_score(const PersonSighting& s, const Person& person) {
    constexpr long Near = 14;
    constexpr long Far = 3L * 365L;
    if (s.date.empty() || person.days.empty()) {
      return 0.0;
    }
    const long day = day_number(s.date);
    const auto after = std::lower_bound(person.days.begin(), person.days.end(), day);
    long gap = after == person.days.end() ? Far + 1 : *after - day;
    gap = after == person.days.begin() ? gap : std::min(gap, day - *std::prev(after));
    return gap <= Near ? 1.0 : gap > Far ? -1.0 : 0.0;
  }

  void resolve_short_names() {
    std::map<std::string, std::vector<std::uint32_t>> strangers;  // by the word: names that nobody bears in full
    for (const std::uint32_t s : short_) {
      const std::string word = parse_person_name(all_[s].name).surname;
      const auto at = bearers_.find(spelling_key(word));
      if (at == bearers_.end()) {
        strangers[word].push_back(s);
        continue;
      }
      join_short_name(s, word, at->second);
    }
    for (const auto& [word, sightings] : strangers) {
      join_strangers(sightings);
    }
  }

  // The best of the bearers, where he stands out: against the next, and against somebody whom no article names in full.
  void join_short_name(std::uint32_t s, const std::string& word, const std::vector<std::uint32_t>& bearers) {
    constexpr double Margin = 1.5;
    constexpr double Stranger = 1.2;
    double best = -100.0;
    double second = -100.0;
    std::uint32_t chosen = Nobody;
    std::vector<std::string> grounds;
    std::size_t serious = 0;
    for (const std::uint32_t p : bearers) {
      std::optional<Score> found = score(all_[s], word, persons_[p]);
      if (!found) {
        continue;
      }
      serious += found->value > -1.0 ? 1 : 0;
      if (found->value > best) {
        second = std::exchange(best, found->value);
        chosen = p;
        grounds = std::move(found->grounds);
      } else {
        second = std::max(second, found->value);
      }
    }
    const double stranger = Stranger + std::log(static_cast<double>(std::max<std::size_t>(serious, 1)));
    if (chosen == Nobody || best < stranger || best - second < Margin) {
      return;
    }
    person_of_.emplace(s, chosen);
    result_[s].reason = fmt::format("short name; {}", fmt::join(grounds, ", "));
  }

  // Those who share company and do not contradict each other hang together.
  Sets in_company(const std::vector<std::uint32_t>& sightings) const {
    const auto count = static_cast<std::uint32_t>(sightings.size());
    Sets sets(count);
    if (!may_contradict(sightings)) {
      std::map<Company, std::uint32_t> first_with;
      for (std::uint32_t i = 0; i < count; ++i) {
        for (const Company& company : all_[sightings[i]].company) {
          if (company.kind != ActorKind::Country) {
            sets.unite(i, first_with.try_emplace(company, i).first->second);
          }
        }
      }
      return sets;
    }
    for (std::uint32_t i = 0; i < count; ++i) {
      for (std::uint32_t j = i + 1; j < count; ++j) {
        const PersonSighting& a = all_[sightings[i]];
        const PersonSighting& b = all_[sightings[j]];
        if (share_company(a, b) && !contradict(a, b)) {
          sets.unite(i, j);
        }
      }
    }
    return sets;
  }

  // "Neymar" in many articles, and never more: one person, where the articles have company in common.
  void join_strangers(const std::vector<std::uint32_t>& sightings) {
    const auto count = static_cast<std::uint32_t>(sightings.size());
    const std::string_view known = known_.by_short_name(all_[sightings.front()].name);
    Sets sets = known.empty() ? in_company(sightings) : Sets(count);
    for (std::uint32_t i = 1; i < count && !known.empty(); ++i) {
      sets.unite(0, i);
    }
    std::map<std::uint32_t, std::vector<std::uint32_t>> parts;
    for (std::uint32_t i = 0; i < count; ++i) {
      parts[sets.find(i)].push_back(sightings[i]);
    }
    for (const auto& [root, part] : parts) {
      if (part.size() < 2 && known.empty()) {
        continue;
      }
      const auto number = static_cast<std::uint32_t>(persons_.size());
      persons_.push_back({.name = known.empty() ? all_[part.front()].name : std::string(known), .sightings = part});
      for (const std::uint32_t s : part) {
        person_of_.emplace(s, number);
        result_[s].reason = known.empty() ? "one name, seen with the same actors" : "known by this name";
      }
    }
  }

  // --- ids ---

  // A person has the id of his name; of several of one name the one in most articles, then the first has it, and the
  // others are marked by their first article.
  void name_persons() {
    for (const std::uint32_t s : short_) {
      if (!person_of_.contains(s)) {
        person_of_.emplace(s, static_cast<std::uint32_t>(persons_.size()));
        persons_.push_back({.name = all_[s].name, .sightings = {s}});
      }
    }
    std::map<std::string, std::vector<std::uint32_t>> by_id;
    for (std::uint32_t p = 0; p < persons_.size(); ++p) {
      by_id[slug(persons_[p].name)].push_back(p);
    }
    std::vector<std::string> ids(persons_.size());
    for (auto& [id, persons] : by_id) {
      std::sort(persons.begin(), persons.end(), [this](std::uint32_t a, std::uint32_t b) {
        const auto key = [this](std::uint32_t p) {
          return std::tuple(-static_cast<long>(persons_[p].sightings.size()), first_article(persons_[p]));
        };
        return key(a) < key(b);
      });
      for (std::size_t i = 0; i < persons.size(); ++i) {
        ids[persons[i]] = i == 0 ? id : fmt::format("{}~{}", id, first_article(persons_[persons[i]]));
      }
    }
    for (std::uint32_t s = 0; s < all_.size(); ++s) {
      const std::uint32_t p = person_of_.at(s);
      result_[s].id = ids[p];
      if (result_[s].reason.empty() && slug(all_[s].name) != slug(persons_[p].name)) {
        result_[s].reason = fmt::format("a form of the name {}", persons_[p].name);
      }
    }
  }

  std::string_view first_article(const Person& person) const {
    std::string_view first = all_[person.sightings.front()].article;
    for (const std::uint32_t s : person.sightings) {
      first = std::min(first, std::string_view(all_[s].article));
    }
    return first;
  }

  std::span<const PersonSighting> all_;
  std::vector<PersonIdentity> result_;
  KnownPersons known_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> short_;  // sightings with a name of one word
  std::vector<Form> forms_;
  std::map<std::pair<std::string, std::string>, std::uint32_t> form_of_;  // by article and id
  std::map<std::string, std::vector<std::uint32_t>> blocks_;              // forms by the spelling key of the surname
  std::vector<std::uint32_t> root_;                                       // by form: the first of those joined with it
  std::vector<Person> persons_;
  std::unordered_map<std::uint32_t, std::uint32_t> person_of_;  // by sighting
  std::map<std::string, std::vector<std::uint32_t>> bearers_;   // persons by short name
};

}  // namespace

std::vector<PersonIdentity> identify_persons(std::span<const PersonSighting> sightings) {
  return Resolver(sightings).run();
}

std::vector<std::string> name_keys(std::string_view name, std::span<const std::string> aliases) {
  std::set<std::string> keys = {spelling_key(parse_person_name(name).surname)};
  for (const std::string& alias : aliases) {
    if (const PersonName short_name = parse_person_name(alias); short_name.single() && !short_name.surname.empty()) {
      keys.insert(spelling_key(short_name.surname));
    }
  }
  return {keys.begin(), keys.end()};
}

}  // namespace entente
