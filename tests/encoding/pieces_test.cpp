#include <entente/encoding/pieces.hpp>

#include <doctest/doctest.h>
#include <fmt/format.h>
#include <fmt/ranges.h>

using namespace entente;

namespace {

// Pieces from 200 on; the ids below are those of an unused part of the table.
PieceTable table() {
  std::vector<std::string> pieces(200, "");
  for (PieceId id = 0; id < pieces.size(); ++id) {
    pieces[id] = fmt::format("[{}]", id);
  }
  for (const char* const piece :
       {"van", "##ness", "##a", "v", "e", "##u", "##ro", "'", "s", "-", "co", "2", "##3", "ist"}) {
    pieces.emplace_back(piece);
  }
  return PieceTable(std::move(pieces));
}

std::string cut(std::string_view word, std::size_t most = 16) {
  const PieceTable known = table();
  std::vector<PieceId> ids;
  known.append_pieces(word, most, ids);
  return fmt::format("{}", fmt::join(ids, " "));
}

TEST_CASE("pieces: the longest from the left, small letters, no accents, marks by themselves") {
  CHECK(cut("Van") == "200");
  CHECK(cut("VANESSA") == "100");  // "##essa" is unknown: so is the word
  CHECK(cut("vanness") == "200 201");
  CHECK(cut("vánnessa") == "200 201 202");
  CHECK(cut("vannessA") == "200 201 202");
  CHECK(cut("vana") == "200 202");
  CHECK(cut("Eu") == "204 205");
  CHECK(cut("É\u0301uro") == "204 205 206");
  CHECK(cut("van's") == "200 207 208");
  CHECK(cut("co-van") == "210 209 200");
  CHECK(cut("23") == "211 212");
}

TEST_CASE("pieces: whatever the word, one piece at least and as many as asked for at most") {
  CHECK(cut("") == "100");
  CHECK(cut("\u200b") == "100");
  CHECK(cut("\xff\xfe") == "100");
  CHECK(cut("----", 2) == "209 209");
  CHECK(cut(std::string(101, 'v')) == "100");
  CHECK(cut("漢字") == "100");
}

TEST_CASE("pieces: of equal ones the first counts, and any number of them costs little") {
  std::vector<std::string> pieces(400'000, "van");
  pieces[0] = "##van";
  const PieceTable known(std::move(pieces));
  std::vector<PieceId> ids;
  known.append_pieces("vanvan", 16, ids);
  CHECK(ids == std::vector<PieceId>{1, 0});
}

TEST_CASE("shapes of words") {
  struct Row {
    std::string_view word;
    PieceShape shape;
  };
  for (const Row& row :
       {Row{"", PieceShape::Absent}, Row{"--", PieceShape::Absent}, Row{"the", PieceShape::Lower},
        Row{"Xi", PieceShape::Title}, Row{"Élysée", PieceShape::Title}, Row{"NATO", PieceShape::Capitals},
        Row{"U.S.", PieceShape::Capitals}, Row{"A", PieceShape::Capital}, Row{"McDonald", PieceShape::Mixed},
        Row{"iPhone", PieceShape::Mixed}, Row{"2023", PieceShape::Digits}, Row{"10,000", PieceShape::Digits},
        Row{"G20", PieceShape::LettersAndDigits}, Row{"\xff", PieceShape::Absent}}) {
    CAPTURE(row.word);
    CHECK(shape_of(row.word) == row.shape);
  }
}

}  // namespace
