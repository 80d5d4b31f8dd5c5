package org.repframework.report

record NoSettings() {}
