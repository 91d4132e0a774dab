#include <string>
#include <string_view>

#include <doctest/doctest.h>

#include <entente/text/charset.hpp>

using namespace entente;
using namespace std::string_literals;

namespace {

std::string html(const std::string& charset, const std::string& text) {
  return to_utf8("<html><head><meta charset=\"" + charset + "\"></head><body>" + text, ArticleFormat::Html).text;
}

bool holds(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

std::string utf16(std::string_view ascii, bool little) {
  std::string out;
  for (const char c : ascii) {
    out += little ? std::string{c, '\0'} : std::string{'\0', c};
  }
  return out;
}

}  // namespace

TEST_CASE("charset: a page is read in the encoding that it declares") {
  CHECK(holds(html("windows-1252", "it\x92s"), "it’s"));
  CHECK(holds(html("ISO-8859-1", "it\x92s"), "it’s"));  // as browsers do
  CHECK(holds(html("iso-8859-2", "Wa\xB3\xEAsa"), "Wałęsa"));
  CHECK(holds(html("windows-1251", "\xCF\xF3\xF2\xE8\xED"), "Путин"));
  CHECK(holds(html("koi8-r", "\xF0\xD5\xD4\xC9\xCE"), "Путин"));
  CHECK(holds(html("Shift_JIS", "\x88\xC0\x94\x7B"), "安倍"));
  CHECK(holds(html("EUC-JP", "\xB0\xC2\xC7\xDC"), "安倍"));
  CHECK(holds(html("gbk", "\xCF\xB0\xBD\xFC\xC6\xBD"), "习近平"));
  CHECK(holds(html("big5", "\xB0\xA8\xAD\x5E\xA4\x45"), "馬英九"));
  CHECK(holds(html("euc-kr", "\xB9\xAE\xC0\xE7\xC0\xCE"), "문재인"));
  CHECK(holds(html("ISO-2022-JP", "\x1B$B0BG\\\x1B(B"), "安倍"));
}

TEST_CASE("charset: where an encoding is declared") {
  CHECK(declared_charset("<?xml version='1.0' encoding='ISO-8859-15'?><html>") == "ISO-8859-15");
  CHECK(declared_charset("<META http-equiv=Content-Type content=\"text/html; charset=gb2312\">") == "gb2312");
  CHECK(declared_charset("<meta charset='koi8-r'/>") == "koi8-r");
  CHECK(declared_charset("<p>charset=utf-8</p>").empty());
  CHECK(declared_charset("<meta charset='").empty());
}

TEST_CASE("charset: valid UTF-8 stays, whatever is declared, and unknown names are passed over") {
  CHECK(holds(html("windows-1251", "Café Müller’s"), "Café Müller’s"));
  CHECK(holds(html("no-such-charset", "it\x92s caf\xE9"), "it’s café"));
  CHECK(holds(html("utf-8", "it\x92s caf\xE9"), "it’s café"));
  CHECK(html("../../etc/passwd//TRANSLIT", "plain").ends_with("plain"));
}

TEST_CASE("charset: UTF-16 and UTF-32, with a mark or by their zeros") {
  const std::string text = "Xi Jinping travels to Moscow.";
  CHECK(to_utf8("\xFF\xFE" + utf16(text, true)).text == text);
  CHECK(to_utf8("\xFE\xFF" + utf16(text, false)).text == text);
  CHECK(to_utf8(utf16(text, true)).text == text);
  CHECK(to_utf8(utf16(text, false)).text == text);
  CHECK(to_utf8("\xFF\xFE\0\0X\0\0\0i\0\0\0"s).text == "Xi");
  CHECK(to_utf8("\0\0\xFE\xFF\0\0\0X"s).text == "X");
  // Half of a code point at the end, and half a pair.
  CHECK(to_utf8("\xFF\xFE" + utf16("Xi", true) + "\x3D").repaired == 1);
  CHECK(to_utf8("\xFF\xFE\x3D\xD8" + utf16("Xi", true)).repaired > 0);
}

TEST_CASE("charset: what nobody declares is detected") {
  const std::string russian =
      "\xCF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2 \xD0\xEE\xF1\xF1\xE8\xE8 \xE2\xF1\xF2\xF0\xE5\xF2\xE8\xEB\xF1\xFF \xF1 "
      "\xEF\xF0\xE5\xE7\xE8\xE4\xE5\xED\xF2\xEE\xEC \xCA\xE8\xF2\xE0\xFF \xE2 \xCC\xEE\xF1\xEA\xE2\xE5.";
  CHECK(to_utf8(russian).text == "Президент России встретился с президентом Китая в Москве.");
  CHECK(to_utf8("The caf\xE9 of Mr. M\xFCller").text == "The café of Mr. Müller");
}

TEST_CASE("charset: damaged UTF-8 is repaired, not taken for something else") {
  const auto text = to_utf8("Caf\xC3\xA9, M\xC3\xBCller, Wa\xC5\x82\xC4\x99sa and \xE9 alone");
  CHECK(text.text == "Café, Müller, Wałęsa and \xEF\xBF\xBD alone");
  CHECK(text.repaired == 1);
}

TEST_CASE("charset: any bytes become valid UTF-8") {
  std::string bytes;
  for (int round = 0; round < 200; ++round) {
    bytes.clear();
    for (int i = 0; i < 300; ++i) {
      bytes += static_cast<char>((i * 7919 + round * 104729 + (i * i * round)) >> 3);
    }
    CHECK(repair_utf8(to_utf8(bytes).text).repaired == 0);
    CHECK(repair_utf8(to_utf8("<meta charset=gbk>" + bytes, ArticleFormat::Html).text).repaired == 0);
  }
}
