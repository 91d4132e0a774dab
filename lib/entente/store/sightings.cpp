#include <entente/store/sightings.hpp>

#include <algorithm>
#include <vector>

#include <entente/base/error.hpp>
#include <entente/base/hash.hpp>
#include <entente/base/rows.hpp>
#include <entente/graph/full_names.hpp>
#include <entente/graph/person_name.hpp>
#include <entente/graph/short_names.hpp>

namespace entente::inline v0_1 {

namespace {

constexpr unsigned WordBytes = 8;

void append(std::string& bytes, std::uint64_t value, unsigned size) {
  for (unsigned i = 0; i < size; ++i) {
    bytes += static_cast<char>(value >> (8U * i) & 0xFFU);
  }
}

void append(std::string& bytes, std::string_view text) {
  append(bytes, text.size(), 4);
  bytes += text;
}

void append(std::string& bytes, const std::vector<std::string>& texts) {
  append(bytes, texts.size(), 4);
  for (const std::string& text : texts) {
    append(bytes, text);
  }
}

class Unpacker {
 public:
  Unpacker(std::string_view bytes, const std::string& where) : bytes_(bytes), where_(where) {}

  std::string_view take(std::size_t size) {
    if (size > bytes_.size()) {
      throw Error(ErrorCode::BadFormat, where_, "is damaged: a sighting of a person is cut off");
    }
    const std::string_view taken = bytes_.substr(0, size);
    bytes_.remove_prefix(size);
    return taken;
  }

  std::uint64_t number(unsigned size) {
    std::uint64_t value = 0;
    unsigned shift = 0;
    for (const char c : take(size)) {
      value |= std::uint64_t{static_cast<unsigned char>(c)} << shift;
      shift += 8;
    }
    return value;
  }

  std::string text() { return std::string(take(number(4))); }

  std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (std::uint64_t left = number(4); left > 0; --left) {
      all.push_back(text());
    }
    return all;
  }

 private:
  std::string_view bytes_;
  const std::string& where_;
};

// The part of an actor that the sightings of the article's persons need.
struct ArticleActor {
  std::int64_t number = 0;  // its row in the table `actors`
  ActorKind kind = ActorKind::Other;
  PersonSighting seen;
};

// As sighting_of() does for a network: neither the person itself nor a namesake is company.
std::vector<CoOccurrence> company_of(const ArticleActor& person, const std::vector<ArticleActor>& actors) {
  const std::vector<std::string> own = name_keys(person.seen.name, person.seen.aliases);
  std::vector<CoOccurrence> company;
  for (const ArticleActor& other : actors) {
    const bool namesake = other.kind == ActorKind::Person &&
                          std::find(own.begin(), own.end(), name_keys(other.seen.name, {}).front()) != own.end();
    if (other.number != person.number && !namesake) {
      company.push_back({hash_bytes(other.seen.id), other.kind});
    }
  }
  std::sort(company.begin(), company.end());
  return company;
}

}  // namespace

std::string packed_sighting(const PersonSighting& sighting) {
  std::string bytes;
  append(bytes, static_cast<std::uint64_t>(sighting.gender), 1);
  append(bytes, sighting.date.empty() ? 0 : 1, 1);
  for (const std::string* const text : {&sighting.id, &sighting.name, &sighting.country, &sighting.description}) {
    append(bytes, *text);
  }
  append(bytes, sighting.aliases);
  append(bytes, sighting.related);
  append(bytes, sighting.company.size(), 4);
  for (const CoOccurrence& company : sighting.company) {
    append(bytes, company.id, WordBytes);
    append(bytes, static_cast<std::uint64_t>(company.kind), 1);
  }
  return bytes;
}

PersonSighting unpacked_sighting(std::string_view bytes, const std::string& where) {
  Unpacker unpack(bytes, where);
  PersonSighting sighting;
  sighting.gender = static_cast<ActorGender>(unpack.number(1));
  sighting.date = unpack.number(1) == 0 ? "" : "?";
  for (std::string* const text : {&sighting.id, &sighting.name, &sighting.country, &sighting.description}) {
    *text = unpack.text();
  }
  sighting.aliases = unpack.texts();
  sighting.related = unpack.texts();
  for (std::uint64_t left = unpack.number(4); left > 0; --left) {
    CoOccurrence& company = sighting.company.emplace_back();
    company.id = unpack.number(WordBytes);
    company.kind = static_cast<ActorKind>(unpack.number(1));
  }
  return sighting;
}

SightingTable::SightingTable(const sqlite::Database& database, NameOf name_of)
    : database_(database),
      name_of_(std::move(name_of)),
      actors_(database,
              "SELECT number, kind, id, name, gender, aliases, description, country, mentions FROM actors WHERE "
              "article = ? ORDER BY number"),
      relations_(database, "SELECT source, target FROM relations WHERE article = ?"),
      insert_(database, "INSERT INTO temp.taken(word, full, actor, article, seen) VALUES (?, ?, ?, ?, ?)"),
      rows_(
          database,
          "SELECT actor, article, coalesce(entity, 0), seen FROM sightings WHERE word = ? AND full = ? ORDER BY actor"),
      set_entity_(database, "UPDATE sightings SET entity = ? WHERE word = ? AND full = ? AND actor = ?"),
      date_(database, "SELECT date FROM articles INDEXED BY articles_heads WHERE number = ?") {}

void SightingTable::take(ArticleNumber article, const KnownPersons& known) {
  std::vector<ArticleActor> actors;
  std::unordered_map<std::int64_t, std::size_t> person_of;
  actors_.bind(article);
  while (actors_.step()) {
    ArticleActor& actor = actors.emplace_back();
    actor.number = actors_.whole(0);
    actor.kind = actors_.as<ActorKind>(1);
    actor.seen.id = actors_.text(2);
    actor.seen.name = actors_.text(3);
    if (actor.kind == ActorKind::Person) {
      person_of.emplace(actor.number, actors.size() - 1);
      actor.seen.gender = actors_.as<ActorGender>(4);
      for (const std::string_view alias : split(actors_.view(5), '\n')) {
        actor.seen.aliases.emplace_back(alias);
      }
      actor.seen.description = actors_.text(6);
      actor.seen.country = actors_.text(7);
      actor.seen.date = actors_.whole(8) > 0 ? "?" : "";
    }
  }
  actors_.reset();
  relations_.bind(article);
  while (relations_.step()) {
    const auto source = person_of.find(relations_.whole(0));
    const auto target = person_of.find(relations_.whole(1));
    if (source != person_of.end() && target != person_of.end()) {
      actors[source->second].seen.related.push_back(actors[target->second].seen.id);
      actors[target->second].seen.related.push_back(actors[source->second].seen.id);
    }
  }
  relations_.reset();
  for (ArticleActor& actor : actors) {
    if (actor.kind != ActorKind::Person) {
      continue;
    }
    actor.seen.company = company_of(actor, actors);
    const PersonName name = compared_name(actor.seen, known);
    const std::string word = spelling_key(name.single() ? short_word(actor.seen) : name.surname);
    insert_
        .bind(word, name.single() ? NameForm::OneWord : NameForm::Full, actor.number, article,
              sqlite::Blob{packed_sighting(actor.seen)})
        .run();
  }
}

// Inserts in the order of the primary key, which is much faster than in the order of articles.
void SightingTable::flush() {
  database_.run(
      "INSERT OR IGNORE INTO stale SELECT 1, 0, word FROM temp.taken;"
      "INSERT INTO sightings SELECT word, full, actor, article, NULL, seen FROM temp.taken ORDER BY word, full, actor;"
      "DELETE FROM temp.taken");
}

const std::pair<std::string, std::string>& SightingTable::article(ArticleNumber number) {
  constexpr std::size_t Most = 4096;
  if (articles_.size() >= Most) {
    articles_.clear();
  }
  const auto [at, fresh] = articles_.try_emplace(number);
  if (fresh) {
    at->second.first = name_of_(number);
    at->second.second = date_.bind(number).step() ? date_.text(0) : "";
    date_.reset();
  }
  return at->second;
}

void SightingTable::for_each(const std::string& word, NameForm form,
                             const std::function<void(StoredSighting&&)>& take) {
  rows_.bind(word, form);
  while (rows_.step()) {
    StoredSighting row{rows_.whole(0), rows_.as<ActorNumber>(2), unpacked_sighting(rows_.view(3), database_.path())};
    const auto& [name, date] = article(rows_.as<ArticleNumber>(1));
    row.seen.article = name;
    row.seen.date = row.seen.date.empty() ? "" : date;
    take(std::move(row));
  }
  rows_.reset();
}

void SightingTable::set_entity(const std::string& word, NameForm form, std::int64_t actor, ActorNumber entity) {
  set_entity_.bind(entity, word, form, actor).run();
}

}  // namespace entente
