#include <entente/render/fonts.hpp>

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <set>

#include <sys/mman.h>
#include <unistd.h>

#include <fmt/format.h>
#include <fontconfig/fontconfig.h>
#include <utf8proc.h>

#ifdef ENTENTE_HAS_FONTS
#include "resource_symbols.inc"
#endif

namespace entente::inline v0_1 {

namespace {

struct FontFile {
  std::string_view name;
  const char* bytes = nullptr;
  const std::uint64_t* size = nullptr;
};

#ifdef ENTENTE_HAS_FONTS
constexpr std::array<FontFile, 2> Fonts = {{
#include "resource_table.inc"
}};
#else
constexpr std::array<FontFile, 0> Fonts = {};
#endif

// Fontconfig and FreeType open fonts by path: a file in memory has one as long as this process lives. Empty where the
// system has no such files, or no room.
std::string path_in_memory(const FontFile& font) {
  const int file = memfd_create(std::string(font.name).c_str(), MFD_CLOEXEC);
  const auto size = static_cast<std::size_t>(*font.size);
  for (std::size_t done = 0; file >= 0 && done < size;) {
    const auto written = write(file, font.bytes + done, size - done);
    if (written <= 0) {
      close(file);
      return "";
    }
    done += static_cast<std::size_t>(written);
  }
  return file < 0 ? "" : fmt::format("/proc/self/fd/{}", file);
}

const FcChar8* bytes_of(const std::string& path) { return reinterpret_cast<const FcChar8*>(path.c_str()); }

const std::array<std::string, Fonts.size()>& paths() {
  static const auto all = [] {
    std::array<std::string, Fonts.size()> made;
    for (std::size_t i = 0; i < made.size(); ++i) {
      made[i] = path_in_memory(Fonts[i]);
    }
    return made;
  }();
  return all;
}

struct PatternFree {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};

// What the regular font can draw; nothing without the font.
const FcCharSet* letters() {
  static const std::unique_ptr<FcPattern, PatternFree> pattern = [] {
    int faces = 0;
    return std::unique_ptr<FcPattern, PatternFree>(
        paths().empty() ? nullptr : FcFreeTypeQuery(bytes_of(paths().front()), 0, nullptr, &faces));
  }();
  FcCharSet* set = nullptr;
  return pattern && FcPatternGetCharSet(pattern.get(), FC_CHARSET, 0, &set) == FcResultMatch ? set : nullptr;
}

}  // namespace

void offer_fonts() {
  static std::once_flag once;
  std::call_once(once, [] {
    for (const auto& path : paths()) {
      if (!path.empty()) {
        FcConfigAppFontAddFile(nullptr, bytes_of(path));
      }
    }
  });
}

std::string letters_not_in_font(std::string_view text) {
  const auto* const known = letters();
  std::string missing;
  std::set<utf8proc_int32_t> seen;
  while (known != nullptr && !text.empty()) {
    utf8proc_int32_t code = 0;
    const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                         static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (length <= 0) {
      break;
    }
    const auto category = utf8proc_category(code);
    const bool drawn = category != UTF8PROC_CATEGORY_CF && category != UTF8PROC_CATEGORY_MN;
    if (drawn && FcCharSetHasChar(known, static_cast<FcChar32>(code)) == FcFalse && seen.insert(code).second) {
      missing += text.substr(0, static_cast<std::size_t>(length));
    }
    text.remove_prefix(static_cast<std::size_t>(length));
  }
  return missing;
}

}  // namespace entente
