@echo off
rem Starts rep-framework. REP_JAVA_OPTS: more options for the JVM.
setlocal
for %%d in ("%~dp0..") do set "REP_HOME=%%~fd"

set "REP_JAVA=java"
if not "%JAVA_HOME%"=="" set "REP_JAVA=%JAVA_HOME%\bin\java.exe"

set "REP_VERSION="
for /f "tokens=3" %%v in ('""%REP_JAVA%" -version 2>&1" ^| findstr /i /c:" version "') do set "REP_VERSION=%%~v"
if "%REP_VERSION%"=="" (
  echo rep-framework: no Java found: install Java 17 or newer, or set JAVA_HOME 1>&2
  exit /b 2
)
for /f "delims=.-+" %%m in ("%REP_VERSION%") do set "REP_MAJOR=%%m"
if %REP_MAJOR% LSS 17 (
  echo rep-framework: Java 17 or newer is needed, and this is Java %REP_VERSION%: set JAVA_HOME 1>&2
  exit /b 2
)

"%REP_JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -XX:-UsePerfData -Xshare:auto "-Drep.home=%REP_HOME%" %REP_JAVA_OPTS% -cp "%REP_HOME%\lib\*" org.repframework.Main %*
exit /b %ERRORLEVEL%
