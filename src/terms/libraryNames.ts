/**
 * Names of the languages' own libraries that hold a term's name and mean something else: in `HashMap` there is no state backend of Flink, in `getMessage`
 * no record of Kafka.
 */
export const libraryNames: ReadonlySet<string> = new Set(
  `
AccessController ActionListener addEventListener ArgumentsSource BatchUpdateException CsvFileSource CsvSource EnumSource MethodSource ValueSource XADataSource apiKey ByteChannel ConcurrentHashMap ConcurrentSkipListMap containsKey entrySet errorMessage EventBus eventBus EventEmitter
EventListener eventLoop ExecutorService executorService EventTarget FutureTask getErrorMessage getInputStream getKey getLocalizedMessage getMessage getOutputStream
getResourceAsStream getState hashMap HashMap IdentityHashMap InputStream KeyboardEvent keyCode keydown KeyFactory keyof KeyPair KeyPairGenerator
keySet KeyStore keyup LinkedHashMap MessageDigest MessageFormat mutableMap onKeyDown onKeyUp OutputStream parallelStream primaryKey privateKey
PropertyChangeListener publicKey RecursiveTask removeEventListener ScheduledExecutorService secretKey SecretKeySpec ServerSocketChannel sessionStorage SocketChannel
SortedMap sourceCode ThreadPoolExecutor sourceMap TimerTask topLevel toString TreeMap ViewGroup WeakHashMap windowWidth
`
    .trim()
    .split(/\s+/),
);
