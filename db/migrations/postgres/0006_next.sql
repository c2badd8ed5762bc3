CREATE TABLE "direct_objection" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"party_id" text NOT NULL,
	"raised_by" text NOT NULL,
	"words" text NOT NULL,
	"raised_at" bigint NOT NULL,
	"upheld" boolean,
	"answer" text,
	"answered_by" text,
	"answered_at" bigint
);
--> statement-breakpoint
CREATE TABLE "plan_line" (
	"id" text PRIMARY KEY NOT NULL,
	"plan_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"item" text NOT NULL,
	"unit" text NOT NULL,
	"quantity" integer NOT NULL,
	"unit_price" bigint NOT NULL,
	"quality" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_item" (
	"id" text PRIMARY KEY NOT NULL,
	"framework_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"name" text NOT NULL,
	"unit" text NOT NULL,
	"price" bigint NOT NULL,
	"quality" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "framework_provider" (
	"id" text PRIMARY KEY NOT NULL,
	"framework_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"words" text NOT NULL,
	"state" text NOT NULL,
	"applied_by" text NOT NULL,
	"applied_at" bigint NOT NULL,
	"review_by" text NOT NULL,
	"decided_by" text,
	"decided_at" bigint,
	"reason" text,
	"signed_by" text,
	"signed_at" bigint,
	"ended_at" bigint
);
--> statement-breakpoint
CREATE TABLE "framework" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"title" text NOT NULL,
	"conditions" text NOT NULL,
	"for_whom" text NOT NULL,
	"age_from" integer,
	"ceiling" bigint NOT NULL,
	"per_person" bigint,
	"from_date" text NOT NULL,
	"to_date" text NOT NULL,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"published_by" text,
	"published_at" bigint,
	"closed_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kinship" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"agent_id" text NOT NULL,
	"relation" text NOT NULL,
	"consent" text NOT NULL,
	"community_id" text NOT NULL,
	"written_by" text NOT NULL,
	"written_at" bigint NOT NULL,
	"ended_at" bigint,
	"ended_by" text
);
--> statement-breakpoint
CREATE TABLE "service_order" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"framework_id" text NOT NULL,
	"item_id" text NOT NULL,
	"provider_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"person_id" text NOT NULL,
	"placed_by" text NOT NULL,
	"quantity" integer NOT NULL,
	"amount" bigint NOT NULL,
	"wished_on" text NOT NULL,
	"words_sealed" text,
	"state" text NOT NULL,
	"placed_at" bigint NOT NULL,
	"accepted_at" bigint,
	"accepted_by" text,
	"done_at" bigint,
	"done_by" text,
	"done_on" text,
	"closed_at" bigint,
	"closed_by" text,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "minor_part" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"ordinal" integer NOT NULL,
	"title" text NOT NULL,
	"amount" bigint NOT NULL,
	"state" text NOT NULL,
	"reported_by" text,
	"reported_at" bigint,
	"finding" text,
	"accepted_by" text,
	"accepted_at" bigint,
	"voucher_no" text,
	"paid_by" text,
	"paid_at" bigint,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "minor_quote" (
	"id" text PRIMARY KEY NOT NULL,
	"work_id" text NOT NULL,
	"supplier_id" text NOT NULL,
	"sealed" text NOT NULL,
	"channel" text NOT NULL,
	"entered_by" text NOT NULL,
	"at" bigint NOT NULL,
	"price" bigint,
	"days" integer,
	"words" text
);
--> statement-breakpoint
CREATE TABLE "minor_work" (
	"id" text PRIMARY KEY NOT NULL,
	"ref_no" text NOT NULL,
	"plan_id" text NOT NULL,
	"buyer_id" text NOT NULL,
	"title" text NOT NULL,
	"place" text NOT NULL,
	"list" jsonb NOT NULL,
	"ceiling" bigint NOT NULL,
	"quotes_until" bigint NOT NULL,
	"state" text NOT NULL,
	"drafted_by" text NOT NULL,
	"called_by" text,
	"called_at" bigint,
	"quote_id" text,
	"price" bigint,
	"chosen_by" text,
	"chosen_at" bigint,
	"reason" text,
	"signed_by" text,
	"signed_at" bigint,
	"end_reason" text,
	"created_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "flag_look" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"subject" text NOT NULL,
	"outcome" text NOT NULL,
	"words" text NOT NULL,
	"person_id" text NOT NULL,
	"at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ocds_profile" (
	"version" integer PRIMARY KEY NOT NULL,
	"prefix" text NOT NULL,
	"registered" boolean NOT NULL,
	"publisher" text NOT NULL,
	"origin" text NOT NULL,
	"license" text NOT NULL,
	"set_by" text,
	"set_at" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ocds_release" (
	"ordinal" integer PRIMARY KEY NOT NULL,
	"id" text NOT NULL,
	"ocid" text NOT NULL,
	"seq" integer NOT NULL,
	"tag" text NOT NULL,
	"plan_id" text NOT NULL,
	"tender_id" text,
	"at" bigint NOT NULL,
	"json" text NOT NULL,
	"sha256" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "owner_id" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "unit" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "demo" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "from_date" text DEFAULT '2025-01-01' NOT NULL;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "until_date" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "entered_by" text;--> statement-breakpoint
ALTER TABLE "catalogue_entry" ADD COLUMN "entered_at" bigint;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "catalogue_id" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "years" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "years_reason" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "ex_ante" jsonb;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_ground" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_words" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "sole_supplier_id" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_notice_on" text;--> statement-breakpoint
ALTER TABLE "plan" ADD COLUMN "direct_notice_until" text;--> statement-breakpoint
ALTER TABLE "direct_objection" ADD CONSTRAINT "direct_objection_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_line" ADD CONSTRAINT "plan_line_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_item" ADD CONSTRAINT "framework_item_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_provider" ADD CONSTRAINT "framework_provider_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework_provider" ADD CONSTRAINT "framework_provider_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "framework" ADD CONSTRAINT "framework_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinship" ADD CONSTRAINT "kinship_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kinship" ADD CONSTRAINT "kinship_agent_id_person_id_fk" FOREIGN KEY ("agent_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_framework_id_framework_id_fk" FOREIGN KEY ("framework_id") REFERENCES "public"."framework"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_item_id_framework_item_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."framework_item"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_provider_id_framework_provider_id_fk" FOREIGN KEY ("provider_id") REFERENCES "public"."framework_provider"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "service_order" ADD CONSTRAINT "service_order_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_part" ADD CONSTRAINT "minor_part_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD CONSTRAINT "minor_quote_work_id_minor_work_id_fk" FOREIGN KEY ("work_id") REFERENCES "public"."minor_work"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_quote" ADD CONSTRAINT "minor_quote_supplier_id_party_id_fk" FOREIGN KEY ("supplier_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_work" ADD CONSTRAINT "minor_work_plan_id_plan_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."plan"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "minor_work" ADD CONSTRAINT "minor_work_buyer_id_party_id_fk" FOREIGN KEY ("buyer_id") REFERENCES "public"."party"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "direct_objection_once" ON "direct_objection" USING btree ("plan_id","party_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_line_order" ON "plan_line" USING btree ("plan_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_item_order" ON "framework_item" USING btree ("framework_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_provider_once" ON "framework_provider" USING btree ("framework_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_ref" ON "framework" USING btree ("ref_no");--> statement-breakpoint
CREATE UNIQUE INDEX "framework_plan" ON "framework" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "framework_state" ON "framework" USING btree ("state");--> statement-breakpoint
CREATE INDEX "kinship_person" ON "kinship" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "kinship_agent" ON "kinship" USING btree ("agent_id");--> statement-breakpoint
CREATE UNIQUE INDEX "service_order_ref" ON "service_order" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "service_order_framework" ON "service_order" USING btree ("framework_id","state");--> statement-breakpoint
CREATE INDEX "service_order_person" ON "service_order" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "service_order_supplier" ON "service_order" USING btree ("supplier_id","state");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_part_order" ON "minor_part" USING btree ("work_id","ordinal");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_quote_once" ON "minor_quote" USING btree ("work_id","supplier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "minor_work_ref" ON "minor_work" USING btree ("ref_no");--> statement-breakpoint
CREATE INDEX "minor_work_plan" ON "minor_work" USING btree ("plan_id");--> statement-breakpoint
CREATE INDEX "minor_work_state" ON "minor_work" USING btree ("state");--> statement-breakpoint
CREATE INDEX "flag_look_subject" ON "flag_look" USING btree ("code","subject");--> statement-breakpoint
CREATE UNIQUE INDEX "ocds_release_id" ON "ocds_release" USING btree ("id");--> statement-breakpoint
CREATE UNIQUE INDEX "ocds_release_seq" ON "ocds_release" USING btree ("ocid","seq");--> statement-breakpoint
CREATE INDEX "ocds_release_plan" ON "ocds_release" USING btree ("plan_id","ordinal");