# cmake -DCLANG_FORMAT=… -DROOT=… -P format.cmake: fails where a source file is not as .clang-format wants it.
file(GLOB_RECURSE files ${ROOT}/lib/*.cpp ${ROOT}/lib/*.hpp ${ROOT}/tools/*.cpp ${ROOT}/tools/*.hpp ${ROOT}/tests/*.cpp
     ${ROOT}/tests/*.hpp)
execute_process(COMMAND ${CLANG_FORMAT} --dry-run --Werror ${files} RESULT_VARIABLE result ERROR_VARIABLE report)
if(NOT result EQUAL 0)
  string(REGEX MATCHALL "[^\n]*error:[^\n]*" lines "${report}")
  list(JOIN lines "\n" shown)
  message(FATAL_ERROR "not formatted; run clang-format -i on:\n${shown}")
endif()
list(LENGTH files count)
message(STATUS "${count} files are formatted")
