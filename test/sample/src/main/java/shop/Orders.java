package shop;

import java.time.Duration;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reads orders and writes the paid ones. */
public class Orders {
    public static void main(String[] args) {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", "localhost:9092");
        settings.put("group.id", "orders");
        // The leader answers once every replica of the ISR has the record.
        settings.put("acks", "all");
        settings.put("enable.idempotence", "true");

        try (KafkaConsumer<String, String> consumer = new KafkaConsumer<>(settings);
                KafkaProducer<String, String> producer = new KafkaProducer<>(settings)) {
            consumer.subscribe(List.of("orders"));
            while (true) {
                // A consumer sees records below the HW only, even where the LEO is far ahead.
                for (ConsumerRecord<String, String> order : consumer.poll(Duration.ofMillis(100))) {
                    producer.send(new ProducerRecord<>("paid", order.key(), order.value()));
                }
                // 手动提交 offset，再均衡（Rebalance）之后从这里继续消费
                consumer.commitSync();
            }
        }
    }
}
