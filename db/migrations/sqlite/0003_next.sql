CREATE TABLE `payment_fact` (
	`id` text PRIMARY KEY NOT NULL,
	`provider` text NOT NULL,
	`fact_id` text NOT NULL,
	`kind` text NOT NULL,
	`fact_key` text NOT NULL,
	`payment_id` text NOT NULL,
	`amount` integer NOT NULL,
	`fee` integer,
	`proof` text NOT NULL,
	`happened_at` integer NOT NULL,
	`reason` text,
	`booked_at` integer NOT NULL,
	FOREIGN KEY (`payment_id`) REFERENCES `payment`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `payment_fact_once` ON `payment_fact` (`provider`,`fact_id`);--> statement-breakpoint
CREATE INDEX `payment_fact_payment` ON `payment_fact` (`payment_id`);--> statement-breakpoint
CREATE INDEX `payment_fact_at` ON `payment_fact` (`happened_at`);--> statement-breakpoint
CREATE TABLE `consultation` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`state` text NOT NULL,
	`words` text NOT NULL,
	`changes` text,
	`days` integer NOT NULL,
	`written_by` text NOT NULL,
	`written_at` integer NOT NULL,
	`confirmed_by` text,
	`asked_at` integer,
	`due_at` integer,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`written_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`confirmed_by`) REFERENCES `panel_seat`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `consultation_tender` ON `consultation` (`tender_id`);--> statement-breakpoint
CREATE TABLE `final_offer` (
	`id` text PRIMARY KEY NOT NULL,
	`tender_id` text NOT NULL,
	`proposal_id` text NOT NULL,
	`version` integer DEFAULT 0 NOT NULL,
	`draft_sealed` text,
	`sealed` text,
	`seal_hash` text,
	`seal_salt` text,
	`words_hash` text,
	`sealed_in` text,
	`receipt_no` text,
	`submitted_by` text,
	`submitted_at` integer,
	`price` integer,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`tender_id`) REFERENCES `tender`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`proposal_id`) REFERENCES `proposal`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `final_offer_once` ON `final_offer` (`proposal_id`);--> statement-breakpoint
CREATE INDEX `final_offer_tender` ON `final_offer` (`tender_id`);--> statement-breakpoint
ALTER TABLE `method` ADD `final_offers` integer DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE `proposal` ADD `first_price` integer;--> statement-breakpoint
ALTER TABLE `tender` ADD `finals_opened_at` integer;--> statement-breakpoint
ALTER TABLE `provider_call` ADD `payment_id` text REFERENCES payment(id);--> statement-breakpoint
CREATE INDEX `provider_call_payment` ON `provider_call` (`payment_id`);--> statement-breakpoint
ALTER TABLE `payment` ADD `provider` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `release_key` text;--> statement-breakpoint
ALTER TABLE `payment` ADD `losses` integer DEFAULT 0 NOT NULL;