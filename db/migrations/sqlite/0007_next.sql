DROP TABLE `care_settlement`;--> statement-breakpoint
DROP INDEX `care_visit_supplier`;--> statement-breakpoint
CREATE INDEX `care_visit_supplier` ON `care_visit` (`supplier_id`);--> statement-breakpoint
ALTER TABLE `care_visit` DROP COLUMN `settlement_id`;