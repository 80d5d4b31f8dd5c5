@echo off
rem Builds rep-framework on first use, then runs it. After a change: mvn package.
setlocal
set "REP_ROOT=%~dp0"
set "REP_START=%REP_ROOT%src\target\rep-framework\bin\rep-framework.bat"
set "REP_LOG=%TEMP%\rep-framework-build.log"
if exist "%REP_START%" goto run

echo rep-framework: building once (a few minutes the first time); the log is %REP_LOG% 1>&2
pushd "%REP_ROOT%"
call mvn -B -q "-Dmaven.test.skip=true" "-Dspotless.check.skip=true" package > "%REP_LOG%" 2>&1
set "REP_RC=%ERRORLEVEL%"
popd
if not "%REP_RC%"=="0" (
  type "%REP_LOG%" 1>&2
  echo rep-framework: the build failed 1>&2
  exit /b 2
)

:run
call "%REP_START%" %*
exit /b %ERRORLEVEL%
