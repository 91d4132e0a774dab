#include "made_news.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <string_view>

#include <fmt/format.h>

namespace entente::bench {

namespace {

constexpr std::size_t Persons = 20'000;
constexpr std::size_t Companies = 5'000;
constexpr std::size_t Surnames = 6'000;  // so that three persons share one
constexpr std::size_t Outlets = 40;
constexpr std::size_t Paragraphs = 11;

// Numbers that look random and are the same everywhere (SplitMix64: Steele, Lea and Flood 2014).
class Dice {
 public:
  explicit Dice(std::uint64_t seed) : state_(seed) {}
  std::size_t below(std::size_t end) { return static_cast<std::size_t>(next() % end); }
  // Small numbers often: the chance of number n falls as 1 / (n + 5) (Mandelbrot's law of words).
  std::size_t rank_below(std::size_t end) {
    constexpr double Flat = 5.0;
    const double share = static_cast<double>(next() >> 11U) * 0x1.0p-53;
    return static_cast<std::size_t>(Flat * (std::pow((static_cast<double>(end) + Flat) / Flat, share) - 1.0));
  }

 private:
  std::uint64_t next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
  }
  std::uint64_t state_;
};

constexpr auto Given = std::to_array<std::string_view>(
    {"Anna",   "Peter",   "Maria",  "Jan",    "Elena",   "Thomas", "Laura",  "Andrei", "Sofia", "Paul",
     "Ingrid", "Marco",   "Helen",  "David",  "Nadia",   "Viktor", "Claire", "Hassan", "Julia", "Daniel",
     "Fatima", "Robert",  "Monica", "Stefan", "Teresa",  "Omar",   "Olga",   "Martin", "Aisha", "George",
     "Carla",  "Michael", "Irene",  "Samuel", "Natalia", "Erik",   "Linda",  "Karim",  "Emma",  "Joseph"});
constexpr auto Countries = std::to_array<std::string_view>(
    {"Russia",  "China",     "Germany",  "France",   "Ukraine", "Iran",     "Israel",   "India",   "Turkey",
     "Japan",   "Poland",    "Italy",    "Brazil",   "Spain",   "Egypt",    "Pakistan", "Mexico",  "Canada",
     "Norway",  "Sweden",    "Greece",   "Hungary",  "Syria",   "Iraq",     "Kenya",    "Nigeria", "Vietnam",
     "Finland", "Argentina", "Chile",    "Austria",  "Belgium", "Portugal", "Romania",  "Serbia",  "Denmark",
     "Ireland", "Peru",      "Colombia", "Cuba",     "Libya",   "Morocco",  "Ghana",    "Estonia", "Latvia",
     "Croatia", "Armenia",   "Nepal",    "Thailand", "Malaysia"});
constexpr auto Cities =
    std::to_array<std::string_view>({"Geneva", "Vienna", "Brussels", "Istanbul", "Doha", "Oslo", "Nairobi", "Singapore",
                                     "Lisbon", "Prague", "Madrid", "Cairo", "Helsinki", "Toronto", "Seoul", "Rome"});
constexpr auto Offices = std::to_array<std::string_view>(
    {"the foreign minister of", "the prime minister of", "the president of", "the finance minister of",
     "the defence minister of", "a senator from", "the ambassador of", "the opposition leader of"});
constexpr auto Ends = std::to_array<std::string_view>({"Group", "Bank", "Holding", "Energy", "Airlines", "Motors"});
constexpr auto Days = std::to_array<std::string_view>({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"});
constexpr auto Nouns = std::to_array<std::string_view>(
    {"border",  "treaty",   "budget", "harvest", "election", "pipeline", "strike", "railway", "ceasefire", "tariff",
     "inquiry", "hospital", "court",  "loan",    "festival", "drought",  "port",   "vaccine", "summit",    "archive",
     "bridge",  "mine",     "reform", "school",  "contract", "refinery", "market", "protest", "satellite", "museum"});
constexpr auto Qualities = std::to_array<std::string_view>(
    {"new",   "long",   "disputed", "northern", "public",  "costly", "secret", "regional", "temporary", "modern",
     "joint", "urgent", "old",      "planned",  "private", "small",  "recent", "legal",    "coastal",   "military"});

// $a to $d: persons; $A to $C: countries; $K, $L: companies; $n and $q: a noun and what it is like, others each time.
constexpr auto Tidings = std::to_array<std::string_view>(
    {"$a met $b in $p on $t to discuss the $q $n between $A and $B.", "$A condemned $B over the $q $n on $t.",
     "$a accused $b of ignoring the $n.", "$K will buy a stake in $L for 300 million euros, the company said on $t.",
     "$A will send medicine to $C next week, $a said.", "$c criticized $a, who had visited $B in spite of the $q $n.",
     "$A and $C signed an agreement on the $n in $p.", "$B imposed sanctions on $K on $t because of the $n.",
     "$d leads $L, which supplies the $q $n.", "$b said that $A had attacked $C near the $n.",
     "$c plans to visit $A in May.", "$d was arrested in $p on $t after the police had searched $K.",
     "$a thanked $d for help with the $q $n.", "$B supports $C against $A, $b told reporters.",
     "$L sued $K over the $n.", "$a has refused to negotiate with $c."});
constexpr auto Rest = std::to_array<std::string_view>(
    {"The $q $n had been closed since the winter, and nobody could say when the $n would be ready again.",
     "Few people expected that the $n would cost so much more than the $q $n of the year before.",
     "It was raining on $t, so that only some forty people stood before the $q $n in $p.",
     "According to figures that were published on $t, every third $n in the country is in need of repair.",
     "That the $n might be put off had been discussed for months, and yet the $q plan was never written down.",
     "Prices rose by four per cent, which is less than after the last $n but more than most had hoped for.",
     "A decision about the $q $n is expected before the end of the month, although the $n is not yet paid for.",
     "In the villages beyond the $n the talk was of other things: the $q $n, the weather and the harvest.",
     "Experts call the $n a test of whether the $q $n can be repeated elsewhere without higher costs.",
     "There were no reports of injuries at the $n, and the trains from $p arrived on time again in the evening."});

class Newsroom {
 public:
  explicit Newsroom(std::size_t number) : dice_(number) {
    cast(persons_, Persons);
    cast(countries_, Countries.size());
    cast(companies_, Companies);
  }

  std::string text() {
    std::string text = sentence(Tidings);
    text.back() = '\n';  // a headline has no full stop
    for (std::size_t p = 0; p < Paragraphs; ++p) {
      text += '\n' + sentence(Tidings) + ' ' + sentence(Rest) + ' ' + sentence(Tidings) + ' ' + sentence(Rest) + '\n';
    }
    return text;
  }

 private:
  // Nobody twice.
  void cast(std::span<std::size_t> roles, std::size_t of) {
    for (auto role = roles.begin(); role != roles.end(); ++role) {
      do {
        *role = dice_.rank_below(of);
      } while (std::find(roles.begin(), role, *role) != role);
    }
  }

  template <typename List>
  std::string_view any(const List& list) {
    return list[dice_.below(list.size())];
  }

  std::string sentence(const auto& list) {
    const std::string_view pattern = any(list);
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
      if (pattern[i] != '$') {
        text += pattern[i];
        continue;
      }
      const std::string words = filled(pattern[++i]);
      const bool ends = i + 1 == pattern.size() || pattern[i + 1] == '.' || pattern[i + 1] == ',';
      text += words;
      text += words.find(',') != std::string::npos && !ends ? "," : "";
    }
    return text;
  }

  std::string filled(char slot) {
    switch (slot) {
      case 'n':
        return std::string(any(Nouns));
      case 'q':
        return std::string(any(Qualities));
      case 'p':
        return std::string(any(Cities));
      case 't':
        return std::string(any(Days));
      case 'K':
      case 'L':
        return company(companies_[slot == 'K' ? 0 : 1]);
      case 'A':
      case 'B':
      case 'C':
        return std::string(Countries[countries_[static_cast<std::size_t>(slot - 'A')]]);
      default:
        return person(static_cast<std::size_t>(slot - 'a'));
    }
  }

  // At first by name and office, later by surname.
  std::string person(std::size_t of_article) {
    const std::size_t number = persons_[of_article];
    const std::string surname = made_up_name(number * 7919 % Surnames);
    if (named_[of_article]) {
      return surname;
    }
    named_[of_article] = true;
    return fmt::format("{} {}, {} {}", Given[number * 31 / 7 % Given.size()], surname, Offices[number % Offices.size()],
                       Countries[number % Countries.size()]);
  }

  static std::string company(std::size_t number) {
    return fmt::format("{} {}", made_up_name(Surnames + number), Ends[number % Ends.size()]);
  }

  Dice dice_;
  std::array<std::size_t, 4> persons_{};
  std::array<bool, 4> named_{};
  std::array<std::size_t, 3> countries_{};
  std::array<std::size_t, 2> companies_{};
};

}  // namespace

std::string made_up_name(std::size_t number) {
  constexpr std::string_view Consonants = "bdfgklmnprstvz";
  constexpr std::string_view Vowels = "aeiou";
  std::string name;
  for (int syllable = 0; syllable < 4; ++syllable) {
    name += Consonants[number % Consonants.size()];
    number /= Consonants.size();
    name += Vowels[number % Vowels.size()];
    number /= Vowels.size();
  }
  name[0] = static_cast<char>(name[0] - 'a' + 'A');
  return name + "n";
}

Article made_article(std::size_t number) {
  constexpr std::size_t Years = 20;
  const std::size_t outlet = number * 13 % Outlets;
  return {.id = fmt::format("article-{}", number),
          .date = fmt::format("{}-{:02}-{:02}", 2005 + number % Years, number / Years % 12 + 1, number * 5 % 28 + 1),
          .source = fmt::format("https://paper{}.example/{}", outlet, number),
          .text = Newsroom(number).text()};
}

}  // namespace entente::bench
