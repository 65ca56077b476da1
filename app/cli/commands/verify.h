// adit-cli verify [FILE.csv] | --describe METHOD
#pragma once

#include "app/cli/command.h"

namespace adit::cli {

inline constexpr std::string_view verifyUsage =
    "usage: adit-cli verify [FILE.csv] [--format table|csv] [--only-failures]\n"
    "       adit-cli verify --describe METHOD\n"
    "       adit-cli verify --list\n"
    "\n"
    "Runs vectors through the functions that every figure comes from and prints what is expected beside what\n"
    "is computed. Without a file it runs the vectors that belong to the program.\n"
    "\n"
    "FILE.csv has the columns method, case, inputs_json, output, expected and, where you like, unit and rel_tol\n"
    "(1e-9 where missing). `expected` is a number, a text, `absent` (with a flag: `absent zero-total`) or `none`.\n"
    "\n"
    "  --describe METHOD  the inputs and outputs of a method: adit-cli verify --describe M11\n"
    "  --list             all methods\n"
    "  --format FORMAT    table or csv\n"
    "  --only-failures    leave out what agrees\n"
    "\n"
    "Ends with 1 when a figure differs, 2 when a name is unknown or inputs cannot be used.\n"
    "\n"
    "example: adit-cli verify ours.csv\n"
    "  with the lines  method,case,inputs_json,output,expected\n"
    "                  M10,ours,\"{\"\"I\"\": 100, \"\"P\"\": 20, \"\"X\"\": 20}\",ir,0.8\n"
    "  prints          M10  ours  ir  0.8  0.8  ok\n";

Exit verify(Words words, Terminal terminal);

}  // namespace adit::cli
