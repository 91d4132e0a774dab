# Installs the build tree into an empty prefix, then builds and runs the outside programs (C++ and C) against it, once
# through
# find_package(entente) and once through pkg-config. Needs BUILD, WORK, SOURCE, CXX, CC, FLAGS, EXPECT.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "failed: ${command}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect program)
  run(${program})
  if(NOT output MATCHES "${EXPECT}")
    message(FATAL_ERROR "${program} printed\n${output}\nwhere '${EXPECT}' was expected")
  endif()
  message(STATUS "${program}: ${output}")
endfunction()

set(prefix ${WORK}/prefix)
file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${prefix})

run(${CMAKE_COMMAND} -S ${SOURCE}/outside -B ${WORK}/cmake -G ${GENERATOR} -DCMAKE_PREFIX_PATH=${prefix}
    -DCMAKE_CXX_COMPILER=${CXX} -DCMAKE_BUILD_TYPE=Release -DCMAKE_CXX_FLAGS=${FLAGS})
run(${CMAKE_COMMAND} --build ${WORK}/cmake)
expect(${WORK}/cmake/outside)
expect(${WORK}/cmake/outside_c)

file(GLOB_RECURSE pc ${prefix}/*/entente.pc)
get_filename_component(pc_dir ${pc} DIRECTORY)
get_filename_component(lib_dir ${pc_dir} DIRECTORY)
set(ENV{PKG_CONFIG_PATH} ${pc_dir})
run(${PKG_CONFIG} --cflags --libs entente)
separate_arguments(flags UNIX_COMMAND "${output} ${FLAGS}")
run(${CXX} -std=c++20 ${SOURCE}/outside/main.cpp -o ${WORK}/outside ${flags} -Wl,-rpath,${lib_dir})
expect(${WORK}/outside)
run(${CC} -std=c11 ${SOURCE}/outside/main.c -o ${WORK}/outside_c ${flags} -Wl,-rpath,${lib_dir})
expect(${WORK}/outside_c)
