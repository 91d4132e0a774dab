#include <render/xml.hpp>

#include <stdexcept>

#include <utf8proc.h>

namespace entente::test {

namespace {

class XmlReader {
 public:
  explicit XmlReader(std::string_view xml) : xml_(xml) { check_characters(); }

  Element read() {
    skip_prologue();
    Element root = element();
    skip_white();
    if (at_ != xml_.size()) {
      fail("something after the root element");
    }
    return root;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    throw std::runtime_error("XML at " + std::to_string(at_) + ": " + what + " near \"" +
                             std::string(xml_.substr(at_ < 30 ? 0 : at_ - 30, 60)) + "\"");
  }

  // Only the characters that XML 1.0 allows, in valid UTF-8.
  void check_characters() {
    for (std::size_t i = 0; i < xml_.size();) {
      utf8proc_int32_t code = 0;
      const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(xml_.data()) + i,
                                           static_cast<utf8proc_ssize_t>(xml_.size() - i), &code);
      at_ = i;
      if (length <= 0) {
        fail("bytes that are no UTF-8");
      }
      if ((code < 0x20 && code != '\t' && code != '\n' && code != '\r') || (code & 0xFFFE) == 0xFFFE) {
        fail("a character that XML does not allow");
      }
      i += static_cast<std::size_t>(length);
    }
    at_ = 0;
  }

  void skip_white() {
    while (at_ < xml_.size() && (xml_[at_] == ' ' || xml_[at_] == '\n' || xml_[at_] == '\t' || xml_[at_] == '\r')) {
      ++at_;
    }
  }

  bool take(std::string_view word) {
    if (xml_.substr(at_, word.size()) != word) {
      return false;
    }
    at_ += word.size();
    return true;
  }

  void skip_to(std::string_view word) {
    const auto end = xml_.find(word, at_);
    if (end == std::string_view::npos) {
      fail("no " + std::string(word));
    }
    at_ = end + word.size();
  }

  void skip_prologue() {
    skip_white();
    while (xml_.substr(at_, 2) == "<?" || xml_.substr(at_, 2) == "<!") {
      skip_to(xml_.substr(at_, 4) == "<!--" ? "-->" : ">");
      skip_white();
    }
  }

  std::string name() {
    const auto begin = at_;
    while (at_ < xml_.size() && xml_.substr(at_, 1).find_first_of(" \n\t/>=<\"'&") == std::string_view::npos) {
      ++at_;
    }
    if (at_ == begin) {
      fail("no name");
    }
    return std::string(xml_.substr(begin, at_ - begin));
  }

  std::string decoded(std::string_view raw) const {
    static const std::map<std::string, std::string, std::less<>> entities = {
        {"amp", "&"},  {"lt", "<"},  {"gt", ">"},  {"quot", "\""},
        {"apos", "'"}, {"#39", "'"}, {"#45", "-"}, {"#160", "\u00A0"}};
    std::string out;
    for (std::size_t i = 0; i < raw.size(); ++i) {
      if (raw[i] == '<') {
        fail("a bare <");
      }
      if (raw[i] != '&') {
        out += raw[i];
        continue;
      }
      const auto end = raw.find(';', i);
      const auto entity =
          end == std::string_view::npos ? entities.end() : entities.find(raw.substr(i + 1, end - i - 1));
      if (entity == entities.end()) {
        fail("a bare & or an unknown entity");
      }
      out += entity->second;
      i = end;
    }
    return out;
  }

  Element element() {
    if (!take("<")) {
      fail("no element");
    }
    Element result;
    result.name = name();
    for (skip_white(); !take(">"); skip_white()) {
      if (take("/>")) {
        return result;
      }
      attribute(result);
    }
    content(result);
    return result;
  }

  void attribute(Element& element) {
    const auto key = name();
    skip_white();
    if (!take("=")) {
      fail("an attribute without a value");
    }
    skip_white();
    const char quote = at_ < xml_.size() ? xml_[at_] : ' ';
    if (quote != '"' && quote != '\'') {
      fail("a value without quotes");
    }
    const auto end = xml_.find(quote, ++at_);
    if (end == std::string_view::npos) {
      fail("a value without an end");
    }
    if (!element.attributes.emplace(key, decoded(xml_.substr(at_, end - at_))).second) {
      fail("the attribute " + key + " twice");
    }
    at_ = end + 1;
  }

  void content(Element& element) {
    while (!take("</")) {
      if (take("<!--")) {
        skip_to("-->");
      } else if (at_ < xml_.size() && xml_[at_] == '<') {
        element.children.push_back(this->element());
      } else {
        const auto end = xml_.find('<', at_);
        if (end == std::string_view::npos) {
          fail("no end of " + element.name);
        }
        if (xml_.substr(at_, end - at_).find("]]>") != std::string_view::npos) {
          fail("a bare ]]>");
        }
        element.text += decoded(xml_.substr(at_, end - at_));
        at_ = end;
      }
    }
    if (name() != element.name) {
      fail("another end than that of " + element.name);
    }
    skip_white();
    if (!take(">")) {
      fail("no > at the end of " + element.name);
    }
  }

  std::string_view xml_;
  std::size_t at_ = 0;
};

template <typename Fits>
void collect(const Element& root, const Fits& fits, std::vector<const Element*>& found) {
  if (fits(root)) {
    found.push_back(&root);
  }
  for (const auto& child : root.children) {
    collect(child, fits, found);
  }
}

}  // namespace

std::string Element::attribute(const std::string& key) const {
  const auto at = attributes.find(key);
  return at == attributes.end() ? "" : at->second;
}

double Element::number(const std::string& key) const {
  const auto value = attribute(key);
  return value.empty() ? 0.0 : std::stod(value);
}

bool Element::has_class(std::string_view word) const {
  const std::string classes = " " + attribute("class") + " ";
  return classes.find(" " + std::string(word) + " ") != std::string::npos;
}

Element parse_xml(std::string_view xml) { return XmlReader(xml).read(); }

std::vector<const Element*> all_named(const Element& root, std::string_view name) {
  std::vector<const Element*> found;
  collect(
      root, [&](const Element& e) { return e.name == name; }, found);
  return found;
}

std::vector<const Element*> all_of_class(const Element& root, std::string_view word) {
  std::vector<const Element*> found;
  collect(
      root, [&](const Element& e) { return e.has_class(word); }, found);
  return found;
}

}  // namespace entente::test
