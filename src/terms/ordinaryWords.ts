/**
 * Words that programs use whatever they are about, as singulars: those met in at least two files of each of three or more of ten public projects (Koa,
 * Vue, libuv, ripgrep, Requests, OkHttp, Spring, Gin, Flask, nginx). Words of up to three letters need no list: see `weigh`.
 */
export const ordinaryLatin: ReadonlySet<string> = new Set(
  `
ability able abort aborted about above absence absent absolute abstract abstraction accept acceptable accepted
accepting access accessed accessible accessing accessor accidentally according account achieved acquire across action
activated active activity actual actually adapted adapter added adding addition additional additionally addr address
adjacent adjust admin advance advanced advantage advised affect affected after afterwards again against agent ahead
alert algorithm alias align aligned alignment alive alloc allocate allocated allocation allow allowed allowing almost
alone along alpha already also alter alternate alternative alternatively although always among amount analysis
ancestors anchor annotated annotation annoying anonymous another ansi answer anymore anything anyway anywhere apache
apis appear append appended appending apple applicable application applied apply applying approach appropriate
appropriately arbitrary archive area aren argument around array ascii asked assert assertion assets assign assigned
assigning assignment associate associated assume assumed assuming assumption async asynchronous asynchronously atoi
atom atomic attach attached attachment attacks attempt attempted attempting attr attribute auth authenticate
authenticated authentication author authority authorization auto automatic automatically availability available avoid
avoided avoiding await aware away back backed backend background backlog backslash backup backwards badge bail
balancing bare base based baseline basename bash basic basically basis batch became because become been before begin
beginning begun behave behavior behaviour behind being believe belong below bench benchmark benefit best beta better
between beyond bidi bigger binary bind binding black blank blob block blocked blocking blog blue body book bool
boolean boot both bother bottom bound boundary branch break breaking broad broken brotli browser bucket buffer
buffered buffering buggy build builder building built builtin bump bunch bundle bundled busy bypass byte cache
cacheable cached caching calculate calculation call callable callback called caller calling came cancel cancelable
canceled cancellation cancelled candidate cannot canonical capabilities capable capacity capture captured care careful
carriage case cast catch catching category caught cause caused causing center central cert certain certificate chain
chained challenge chance change changed changelog changing channel chapter char character charset chat check checked
checking child children chmod choice choose chosen chrome chunk chunked cidr circuit circular class classic clause
clean cleaned cleaning cleanup clear cleared clearing client clock clone cloned cloning close closed closing coalesce
code codebase codec coded codepoint collect collected collection collision colon color column combination combine
combined come coming comma command comment commit committed common commonly communicate communication community
compare compared comparison compat compatibility compatible compilation compile compiled compiler compiling complete
completed completely completion complex complexity complicated component compose composite comprehensive compress
compressed compute computed computer computing concat concatenation concept concern concrete concurrency concurrent
condition conditional conduct config configurable configuration configure configured configuring confirm conflict
conflicting conn connect connected connecting connection conservative consider considered consistency consistent
consistently console const constant constraint construct constructed constructing construction constructor consult
consume consumed consumer consuming contain contained container containing content context contextual continuation
continue continuous contract contrast contrib contribute contributing contribution contributor control controlled
controller convenience convenient convention conversion convert converted converting cookie cookies copied copy
copying copyright core coroutines correct correctly correspond corresponding cost could couldn count counted counter
counting couple course cover coverage crash create created creating creation creator credential criteria critical crlf
cross crypto ctrl curl current currently cursor custom customize customized cycle cygwin dangling darwin data database
datatracker date datetime dead deadlock deal dealing debug debugger debugging decide decided deciding decimal decision
declaration declare declared decode decoded decoder decoding decompression decorate dedicated deep default defensive
defer deferred define defined defining definition deflate delay delayed delegate delete deleted deleting deletion
delimited delimiter delivered delta demand demonstrate depend dependency dependent depending deprecated deprecation
depth derive derived desc describe described describing description descriptor deserialize design designed desired
despite destination destroy destroyed detached detail detailed detect detected detection determine determined
determining deterministic developer development device dictionary dicts didn diff differ difference different
differentiate differently difficult digest digit direct direction directive directly directory dirname disable
disabled disabling disallow discard discarded disconnect disconnected discouraged discover discovered discovery
discuss discussed discussion disk dispatch dispatched dispatcher display displayed disposition dist distinct
distribute distributed distribution divide division docker document documentation documented doesn doesnt doing domain
done dont double down download downstream drain driver drop dropped dropping dummy dump duplex duplicate duplicated
duration during dword dynamic dynamically each eager eagerly earlier early easier easily easy echo econnreset
ecosystem edge edit editor effect effective effectively efficiency efficient efficiently effort either elapsed element
elif eligible else elsewhere email embed embedded emit emitted emitter emitting empty enable enabled enabling
encapsulates encode encoded encoder encoding encounter encountered encrypt encrypted ended endif ending endpoint
enforce enforced engine enotdir enough ensure enter entering entire entirely entity entry enum environ environment
epipe epoch equal equivalent errno error escape escaped escaping especially essentially establish established etag
eval evaluate evaluated evaluating evaluation even event eventually ever every everyone everything everywhere exact
exactly example exceed exceeded except exception excessive exchange exclude exclusive exclusively exec executable
execute executed executing execution exercise exhausted exhaustive exist existent existing exit exiting expand expect
expectations expected expecting expensive experience experimental expiration expired expires explain explained
explaining explanation explicit explicitly export exported exporting expose exposed expr express expression extend
extended extension extern external externally extra extract extracted extracting extraneous extremely fact factor
factory fail failed failing failure fake fall fallback falling false family fast faster fatal fault favor feature feed
feedback feel fetch fewer field figure file filename fileno filesystem fill filled filter filtering final finalize
finally find finding fine finish finished fire fired first fish fixed fixing fixture flag flat flexible flight float
flow flush flushed flushing focus folder follow followed following foobar forbidden force forced forever forget fork
form format formatted formatter formatting former fortunately forward forwarded found foundation four fragment frame
framework free freed frequently fresh friendly from front full fully func function functional functionality further
future garbage general generally generate generated generating generation generator generic getenv gethostname getter
getting github give given giving glob global globally gmail going gone good google goto grab gracefully gradle
granularity great greater green group grow guarantee guaranteed guard guess guide guidelines gzip half hand handle
handled handler handling handshake hang happen happened happy hard hardcoded hash hasn have haven having head header
heap heavy height held hello help helper helpful hence here hexadecimal hidden hide hierarchy high higher highest
highly hint history hold holding home honor hook hopefully host hostname hour however href html http httponly huge
human idea ideally idempotent ident identical identified identifier identify identity idle idna ietf ignore ignored
ignoring illegal image immediate immediately immutable impact impl implement implementation implemented implementing
implicit implicitly implied implies import important imported importing impossible improve improved improvements
inactive inbound include included including inclusion incoming incompatible incomplete inconsistent incorrect
incorrectly increase increasing increment indent independent independently index indexed indicate indicated indicating
indication indices individual individually inet inferred infinite infinity info information inherit inheritance
inherited init initial initialization initialize initialized initializer initializing initially initiated initiating
inject injection inline inlined inner input insecure insensitive insert inserted insertion inside inspect install
installation installed installing instance instanceof instant instantiated instantiation instead instruction
insufficient integer integration integrity intel intended intent interact interaction interactive intercept interested
interesting interface intermediate internal internally interpret interpreted interrupt interrupted interruption
interval into introduce introduced introduction invalid invalidate invocation invoke invoked invoking involved
isolated issue issuecomment issued item iter iterable iterate iterating iteration iterator itself java javascript john
join jpeg json just keep keepalive keeping kept kernel keyed keyword kick kill kind know knowledge known label lack
lambda lang language large larger last late latency later latest latin latter layer layout lazily lazy lead leading
leak leaking learn least leave leaving left legacy legal length less letter level library license licensed life
lifecycle lifetime light lightweight like likely limit limitation limited limiting line link linked linux list listed
listen listener listening listing literal little live lived load loaded loader loading local localdomain locale
localhost locally locate located location lock locked logged logger logging logic logical login logo long longer look
looking lookup loop loss lost lower lowercase lowest machine macro made magic mail main maintain maintained
maintainers major make making malformed manage managed management manager managing mandatory manifest manipulate
manner manual manually many mapped mapping mark markdown marked marker marking markup mask master match matched
matcher matching math matter maxdepth maximum maybe mean meaning meant measure mechanism media medium member memory
mentioned merely merge merged merging message meta metadata method metrics microsoft middle middleware might migrate
migrating migration milli millis millisecond mime mind minimal minimize minimum minor minute misc miscellaneous
mismatch miss missing mixed mixin mkdir mock mocked mode model modern modification modified modifier modify module
moment monitor month more most mostly mount mounted move moved moving mozilla msvc much multi multiline multipart
multiple must mutable mutate mutated mutex mutually name named namespace naming nano native nature nearest necessarily
necessary need needed needing negated negative negotiate negotiation neither nested nesting network never newer
newline newly next nginx nice node nodejs nonce none nonexistent noop normal normalize normally notably note nothing
notice notification notified notify nread null nullable number numeric object observe observed observing obsolete
obtain obtained obtaining obvious occasionally occur occurred octet offer official offset often okay older oldest omit
omitted once only onto opaque opcode open opened opening openssl operate operating operation operator optimization
optimize optimized option optional optionally order ordered ordering oriented origin original originally other
otherwise outer outgoing output outside over overall overflow overhead overlap overload overridden override overriding
overview overwrite overwriting owner ownership package packet padding page pair parallel param parameter parent parse
parsed parser parsing part partial partially particular particularly party pass passed passing password past paste
patch path pathname pattern pause payload peek peer pending people percent perform performance performed performing
perhaps period permanent permanently permission permit permitted persist persistence persistent person phase pick
picked ping pipe pipeline place placed placeholders plain plaintext plan platform play please plugin plus point
pointer pointing policy poll polling pong pool pooling popular populate populated port portion position positive posix
possibility possible possibly post posted posting potential potentially power powerful practice pragma precedence
preceding precise predicate prefer preferred prefix prefixed prematurely prepare prepared prepend preprocess
preprocessor presence present presented preserve preserved pretty prev prevent preventing previous previously
primarily primary primitive print printf printing println prior priority private probably problem procedure proceed
process processed processing processor prod produce produced production profile prog program programmatically
programming progress project promise prone prop propagate propagation proper properly property protected protection
proto protobuf protocol prototype provide provided provider providing proxied proxy pseudo public publish published
pull pure purpose push pushed putting python quality query querying question queue queued quic quick quickly quit
quite quote quoted quux race raise raised random range rare rather reach reachable reached react read readability
readable readdir reader reading readme readonly ready real really realm realpath reason reasonable reasonably rebuild
receive received receiver receiving recent recently recognize recognized recommend recommended record recorded
recorder recording recovery recursive recursively recv redirect redirected redirection reduce reentrant refer
reference referenced referer reflect refresh refused regardless regex regexp region register registered registering
registration registry regression regular reject rejected related relationship relative release released relevant
reliable reliably reload rely relying remain remainder remaining remember remote removal remove removed removing
rename renamed render rendered rendering reorder repeat repeated replace replaced replacement replacing replay reply
repo report reported reporter reporting repository repr represent representation represented representing reproduction
request requested require required requirement reserved reset resize resolution resolve resolved resolver resolving
resource resp respect respectively respond response responsibility responsible rest restart restore restricted result
resulting resume retain retrieve retrieved retry return returned returning reusable reuse reused reusing reverse
reversed revert review rewrite rewriting rewritten right risk role root rotate round route router routing rule runner
running runtime safari safe safely said same samesite sample satisfy save saved scale scan scenario schedule scheduled
scheduler scheduling schema scheme scope scoped script search searching second secondary secret section secure
security seeing seek seem seen segment select selected selection selector self semantic semicolon semver send sender
sendfile sending sense sensitive sent sentinel separate separated separately separator sequence sequential
sequentially serial serialization serialize serialized serializer serializing series serve served server service
serving sess session setenv setter setting setup several shadow shall share shared shell shift short shortcut should
shouldn show showing shown shut shutdown shutting side sign signal signature signed significant significantly silent
silently similar similarly simple simplify simply simulate simultaneously since single singleton sink site situation
size sized skip skipped skipping slash sleep slice slightly slot slow small smaller smart snapshot sock socket soft
software solution some someone something sometimes somewhere soon sort sorted sorting source space span spawn spawned
spec special specific specifically specification specified specify specifying speed spent sphinx split sprintf stable
stack stage stale standalone standard start started starting startup stat state statement static statistics status
stay stderr stdin stdio stdlib stdout step still stop stopped storage store stored storing straight strange strategy
stream streamed streaming strict strictly string strip stripped stripping strong strongly struct structure stub stuff
style subclass subdomain subject submit submitted submitting subscribe subscriber subsequent subset substantial
substitute substring subtle subtype succeed succeeded success successful successfully such sufficient suffix suggest
suggested suitable suite summary super supplied supply support supported supporting supposed suppress suppressed sure
suspend swap switch switching symbol symbolic symlinks sync synchronization synchronize synchronous synchronously
syntax syscall system table tagged tail take taken taking target task team tear tell temp tempfile template
temporarily temporary term terminal terminate terminated terminating termination test tested tester testing text than
thanks that their them theme themselves then theory there therefore these they thing think third this those though
thread threaded threading three threshold through throughout throw throwing thrown thus tied time timed timeout timer
timestamp timezone timing title tmpdir toctree today todo together toggle token toml took tool topic total touch trace
track tracked tracker tracking traditional traffic trailing transaction transfer transform transformed transient
translate translated translation transmission transmit transmitted transparent transport traverse traversing treat
treated tree tricky tried trigger triggered triggering trim trimmed true truly truncate truncated trust trusted trying
tuple turn tutorial twice type typed typedef typical typically typing uint uintptr ultimately unable unauthorized
unavailable unbound unchanged undefined under underlying underscore understand unescape unescaped unexpected
unfortunately unhandled unicode uninitialized union unique unit unix unknown unless unlike unlikely unlimited unlink
unlock unmodified unnecessary unreachable unrecognized unref unregister unresolved unsafe unset unsigned unspecified
unstable unsupported until unused unwind unwrap update updated updating upgrade upgrading upload upon upper uppercase
upstream urlencoded usable usage used useful user username using usual usually util utility uuid valid validate
validated validating validation validator validity value variable variant variety various vary vendor verbatim verbose
verification verified verifier verify versa version versionadded very vice video view violation virtual visibility
visible visit vnode void volatile vulnerability wait waiting walk want wanted warn warning warranties wasn weak
website websocket week weight weird welcome well were weren what whatever whatwg when whenever where whereas whether
which while white whitespace whole whose wide width wiki wikipedia wildcard will window wire wish with within without
word work workaround worked worker workflow working world worth would wrap wrapped wrapper wrapping writable write
writer writing written wrong xffff xhtml yaml year yellow yield your yourself zero zlib zombie zone
`
    .trim()
    .split(/\s+/),
);

/** Words that several data systems share, and English words that one of them is called. */
export const sharedLatin: ReadonlySet<string> = new Set(
  `
aggregate atlas atomicity backfill backpressure balance balancer barrier beam bloom broker catalog cell checkpoint
cluster compact compaction compression consensus consolidation convergence coordinator credit daemon deserializer drill druid
durability ensemble evict eviction executor failover falcon fence follower gossip heartbeat hive idempotence
interceptor isolation kite leader lease ledger lineage linearizability locality majority mapper materialized
membership mutation observer orchestration partition phoenix pressure presto producer projection proposal pulse quorum
quota rack raft ranger rank rebalance reconciliation redo reducer replica replication retention ring rollback rollup rowkey salt
salting savepoint semaphore sentry shard sharding shuffle skew slave spark standby storm tablet throttle throughput
ticket tombstone topology vacuum vector vote watch watcher watermark witness
`
    .trim()
    .split(/\s+/),
);

/** Words of the trade that other Chinese texts rarely use. */
export const sharedHan: ReadonlySet<string> = new Set([
  ...['偏移量', '位移', '再平衡', '副本', '分区', '分片', '列族', '反压', '墓碑', '屏障', '数仓', '检查点', '水位'],
  ...['水印', '消费者', '消费组', '湖仓', '生产者', '算子', '背压', '血缘', '行键', '重平衡', '领导者', '跟随者'],
]);

/** Words of the trade and of every day that Chinese texts of any system use; two characters or more. */
export const ordinaryHan: ReadonlySet<string> = new Set(
  `
一致性 上传 上限 下载 下限 中断 串行 临时 临时表 主机 主节点 主键 主题 乱序 事件 事件时间 事务 事务日志 事实 二级索引
互斥 从节点 代理 代码 令牌 仲裁 任务 任期 优先级 优化 会话 会话超时 位移 位置 作业 作用域 保留 信号 信号量 修改 倾斜
偏移 偏移量 停止 元数据 元数据表 元组 全局 全局索引 公共 关闭 兼容 内存 内容 内部 内部表 再平衡 写入 写盘 决策
冷热分离 击穿 函数 分区 分发 分发器 分层 分布式 分桶 分片 分类 分组 分配 分配器 列族 列表 创建 删除 删除标记 刷写 刷新
刷盘 副本 加密 加工 加载 动态 动态分配 包大小 区域 区间 升级 协程 协议 协调 协调器 协调者 单位 单例 单元格 卸载 压缩
原子性 去重 参数 反压 反序列化 发布 发现 发送 变量 只读 只读模式 可写 可用性 可靠性 合并 同步 名字 名称 吞吐 吞吐量
启动 启用 告警 周期 命令 命令行 命名空间 哈希 响应 唯一 回收 回滚 图谱 地址 地址空间 均匀 均衡 垃圾回收 域名 基本 基础
堆内存 墓碑 处理 处理器 处理时间 备份 复制 复制因子 外部 外部表 外键 多数 多版本 大小 失效 失败 头部 子任务 字典 字段
字符 字符串 存储 存活 存活时间 学习者 完成 定时器 实例 实时 实现 客户 客户端 容器 容量 容错 宽度 密码 对象 导入 导出
小组 屏障 属性 工作 工作流 工具 工厂 工程 布尔 布隆过滤器 带宽 常量 幂等 幂等性 平台 平均 平均值 平衡 并发 并发控制
并行 并行度 序列 序列化 序列号 序号 应用 应用程序 延迟 开关 开启 开始 异常 异步 引用 归并 归档 心跳 心跳间隔 快照
快照隔离 快速 性能 总数 恢复 惊群 成功 成员 手动 打开 执行 执行器 扩容 扩展 批处理 批大小 批次 批流一体 批量 批量导入
投票 报文 拆分 拉取 拦截器 拷贝 持久 持久化 持久性 指标 指标体系 指针 授权 排序 接口 接收 控制 控制器 推送 描述 提交
提案 插件 插入 操作 操作符 收集 收集器 故障 故障转移 数仓 数字 数据 数据仓库 数据倾斜 数据包 数据库 数据流 数据湖
数据源 数据目录 数据类型 数据结构 数据量 数组 数量 整数 文件 文件名 文本 方法 无序 日志 时间 时间戳 映射 更新 替换
最大 最大值 最小 最小值 有序 服务 服务发现 服务器 服务端 本地 本地索引 机器 权重 权限 条件 构造器 架构 查询 标签 标记
标识 标识符 标题 校验 校验和 核心 根目录 框架 检查 检查点 槽位 模块 模型 模式 次数 步骤 死锁 比例 水印 永久 泄漏 注册
注册表 洗牌 流处理 流式 流程 流量 测试 浮点数 消息 消息队列 消费 消费者 深度 添加 清洗 清理 清理策略 湖仓 源码 源端
溢出 滞后 热点 熔断 版本 版本号 物理 物理表 状态 状态码 状态栏 环境 生产 生产者 生成器 用户 用户名 登录 百分比 监听 监听器 监控 目录
目标 硬盘 磁盘 禁用 离线 私有 积压 移动 移除 程序 空值 空间 穿透 窗口 端口 等级 策略 签名 算子 算法 管理 管理器 管道
类别 类型 粘贴 精确 精确一次 系统 索引 级别 纪元 线程 线程池 组件 组成员 结束 结构 统计 继承 维度 缓冲 缓冲区 缓存
缓慢 编号 编译器 缩容 网关 网络 聚合 背压 脑裂 脚本 自动 至多一次 至少一次 节点 范围 获取 落盘 虚拟机 血缘 行键 装饰器
覆盖索引 观察 观察者 规则 视图 角色 解压 解密 解析器 解释器 触发 触发器 警告 计数 计数器 计时器 计算 订阅 认证 记录
设备 访问 访问控制 证书 请求 请求超时 读写 读写分离 读取 读点 调优 调度 调度器 调试 负载 负载均衡 负载均衡器 质量 资源
起始 超时 超时时间 跟随者 路径 路由 路由器 转换 轮询 输入 输入流 输出 输出流 迁移 过期 过滤 过滤器 运行 近实时 返回
进程 远程 连接 连接器 迭代器 适配器 选举 选择器 选项 通信 通知 通道 逻辑 部署 配置 配置项 配额 采样 采集 重启 重复
重平衡 重试 重试次数 链表 链路 错误 键值 键值对 镜像 长度 间隔 阈值 队列 阶段 阻塞 降级 限制 限流 随机 隔离 隔离性
隔离级别 集合 集群 雪崩 静态 静态成员 项目 顺序 预写日志 预分配 预留 领导者 频率 额度 驱动 驱动程序 验证 高可用 高度
默认 默认值
`
    .trim()
    .split(/\s+/),
);
