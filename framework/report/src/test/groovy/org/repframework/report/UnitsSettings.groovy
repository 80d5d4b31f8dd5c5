package org.repframework.report

record UnitsSettings(String layer, String reading) {}
