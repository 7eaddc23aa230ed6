#include "wirecut/analyzer.h"

int main() { const wirecut::Analyzer analyzer; }
