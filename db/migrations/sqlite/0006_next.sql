DROP INDEX `service_order_person`;--> statement-breakpoint
CREATE INDEX `service_order_person` ON `service_order` (`person_id`,`framework_id`);