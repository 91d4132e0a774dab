#include "fonts.hpp"

#include <cstdlib>
#include <mutex>

#include <unistd.h>

#include <fontconfig/fontconfig.h>

namespace entente::python {

namespace {

std::string& chosen() {
  static std::string folder;
  return folder;
}

// Fontconfig complains on standard error where it cannot keep a list of a folder's fonts for the next time.
bool can_keep_lists() {
  const auto writable = [](const char* variable) {
    const char* const path = std::getenv(variable);
    return path != nullptr && ::access(path, W_OK) == 0;
  };
  return writable("XDG_CACHE_HOME") || writable("HOME");
}

const FcChar8* path_of(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

bool load_into(FcConfig* config) {
  if (can_keep_lists()) {
    return FcConfigParseAndLoad(config, path_of(chosen() + "/fonts.conf"), FcFalse) == FcTrue &&
           FcConfigBuildFonts(config) == FcTrue;
  }
  return FcConfigAppFontAddFile(config, path_of(chosen() + "/DejaVuSans.ttf")) == FcTrue &&
         FcConfigAppFontAddFile(config, path_of(chosen() + "/DejaVuSans-Bold.ttf")) == FcTrue;
}

void load() {
  FcConfig* const config = FcConfigCreate();
  if (!chosen().empty() && load_into(config)) {
    FcConfigSetCurrent(config);
  }
  FcConfigDestroy(config);  // what is current has a reference of its own
}

}  // namespace

void use_fonts(const std::string& folder) { chosen() = folder; }

void load_fonts() {
  static std::once_flag once;
  std::call_once(once, load);
}

}  // namespace entente::python
