package org.repframework.report

import tools.jackson.databind.json.JsonMapper

import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.net.http.WebSocket
import java.nio.file.Path
import java.util.concurrent.CompletableFuture
import java.util.concurrent.CompletionStage
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.TimeUnit

/** A page in a headless Chromium, used with pointer and keys through the DevTools protocol. */
class Chromium implements Closeable, WebSocket.Listener {

    private static final JSON = new JsonMapper()
    private static final KEYS = [Escape: 27, Enter: 13]

    private final Process process
    private final WebSocket socket
    private final StringBuilder received = new StringBuilder()
    private final Map<Integer, CompletableFuture<Map>> answers = new ConcurrentHashMap<>()
    private volatile CompletableFuture<Void> loaded = new CompletableFuture<>()
    private int last
    /** What the pages complained of. */
    final List<String> complaints = Collections.synchronizedList([])

    /** Null: there is none on the PATH. */
    static String program() {
        System.getenv('PATH').split(File.pathSeparator).collect { new File(it, 'chromium') }.find { it.canExecute() }?.path
    }

    Chromium(Path profile) {
        process = new ProcessBuilder(program(), '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
                '--disable-background-networking', '--disable-component-update', '--disable-sync', '--remote-debugging-port=0',
                "--user-data-dir=$profile", 'about:blank').redirectErrorStream(true).start()
        def output = process.inputReader()
        def port = null
        while (port == null) {
            def line = output.readLine()
            assert line != null: 'the browser ended at once'
            port = (line =~ /DevTools listening on ws:\/\/[^:]+:(\d+)/).with { it ? it[0][1] : null }
        }
        Thread.startDaemon { output.eachLine {} }
        def client = HttpClient.newHttpClient()
        def targets = HttpRequest.newBuilder(URI.create("http://127.0.0.1:$port/json/list")).build()
        def page = JSON.readValue(client.send(targets, HttpResponse.BodyHandlers.ofString()).body(), List).find { it.type == 'page' }
        socket = client.newWebSocketBuilder().buildAsync(URI.create(page.webSocketDebuggerUrl), this).get(10, TimeUnit.SECONDS)
        ['Page', 'Runtime', 'Log'].each { send("${it}.enable") }
    }

    @Override
    CompletionStage<?> onText(WebSocket from, CharSequence data, boolean whole) {
        received.append(data)
        if (whole) {
            def message = JSON.readValue(received.toString(), Map)
            received.length = 0
            hear(message)
        }
        from.request(1)
        return null
    }

    private void hear(Map message) {
        if (message.id) {
            answers.remove(message.id).complete(message)
        } else if (message.method == 'Page.loadEventFired') {
            loaded.complete(null)
        } else if (message.method == 'Runtime.exceptionThrown') {
            complaints << message.params.exceptionDetails.with { it.exception?.description ?: it.text }
        } else if (message.method == 'Log.entryAdded' || message.method == 'Runtime.consoleAPICalled') {
            complaints << message.params.toString()
        }
    }

    private Map send(Map parameters = [:], String method) {
        def answer = new CompletableFuture<Map>()
        def id = ++last
        answers[id] = answer
        socket.sendText(JSON.writeValueAsString([id: id, method: method, params: parameters]), true).get(10, TimeUnit.SECONDS)
        def message = answer.get(60, TimeUnit.SECONDS)
        assert !message.error: "$method: $message.error"
        return message.result as Map
    }

    void resize(int width, int height) {
        send('Emulation.setDeviceMetricsOverride', width: width, height: height, deviceScaleFactor: 1, mobile: false)
    }

    /** Opens an address and waits until it is loaded. */
    void open(URI address) {
        loaded = new CompletableFuture<>()
        send('Page.navigate', url: 'about:blank')
        loaded.get(60, TimeUnit.SECONDS)
        loaded = new CompletableFuture<>()
        send('Page.navigate', url: address.toString())
        loaded.get(60, TimeUnit.SECONDS)
    }

    /** The value of an expression, as JSON can say it. */
    Object evaluate(String expression) {
        def result = send('Runtime.evaluate', expression: expression, returnByValue: true, awaitPromise: true)
        assert !result.exceptionDetails: result.exceptionDetails
        return result.result.value
    }

    /** Clicks what a selector finds, at these shares of its width and height. */
    void click(String selector, double across = 0.5, double down = 0.5) {
        evaluate("document.querySelector(${JSON.writeValueAsString(selector)}).scrollIntoView({ block: 'center', behavior: 'instant' })")
        def box = evaluate("document.querySelector(${JSON.writeValueAsString(selector)}).getBoundingClientRect().toJSON()")
        def at = [x: box.left + across * box.width, y: box.top + down * box.height]
        send(at + [type: 'mouseMoved'], 'Input.dispatchMouseEvent')
        ['mousePressed', 'mouseReleased'].each {
            send(at + [type: it, button: 'left', clickCount: 1], 'Input.dispatchMouseEvent')
        }
        settle()
    }

    void press(String key) {
        ['keyDown', 'keyUp'].each { send('Input.dispatchKeyEvent', type: it, key: key, code: key, windowsVirtualKeyCode: KEYS[key]) }
        settle()
    }

    /** The button of the browser. */
    void back() {
        def history = send('Page.getNavigationHistory')
        send('Page.navigateToHistoryEntry', entryId: history.entries[history.currentIndex - 1].id)
        settle()
    }

    /** Waits until the page has answered and is drawn. */
    void settle() {
        evaluate('new Promise(done => setTimeout(() => requestAnimationFrame(() => setTimeout(done, 20)), 30))')
    }

    byte[] picture() {
        send('Page.captureScreenshot', format: 'png').data.decodeBase64()
    }

    @Override
    void close() {
        socket.abort()
        process.destroy()
        process.waitFor(10, TimeUnit.SECONDS)
    }
}
