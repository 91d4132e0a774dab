# cmake -DFOLDER=lib -DHEADERS=a.hpp,b.hpp -DNAMESPACE=v0_1 -P namespace.cmake: fails where a header declares names of
# entente outside of the inline namespace.
string(REPLACE "," ";" headers "${HEADERS}")
set(wrong "")
list(FILTER headers EXCLUDE REGEX "\\.h$") # of the C API, which has prefixes
foreach(header IN LISTS headers)
  file(STRINGS ${FOLDER}/${header} opened REGEX "^namespace entente")
  list(REMOVE_DUPLICATES opened)
  if(NOT opened STREQUAL "namespace entente::inline ${NAMESPACE} {")
    string(APPEND wrong "\n  ${header}: found \"${opened}\"; expected \"namespace entente::inline ${NAMESPACE} {\"")
  endif()
endforeach()
if(wrong)
  message(FATAL_ERROR "public headers outside of the version's namespace:${wrong}")
endif()
