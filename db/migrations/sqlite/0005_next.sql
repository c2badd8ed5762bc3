DROP INDEX `service_order_framework`;--> statement-breakpoint
DROP INDEX `service_order_supplier`;--> statement-breakpoint
CREATE INDEX `service_order_framework` ON `service_order` (`framework_id`,`state`,`amount`);--> statement-breakpoint
CREATE INDEX `service_order_supplier` ON `service_order` (`supplier_id`,`state`,`framework_id`,`closed_at`);